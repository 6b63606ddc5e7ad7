using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>
/// Reads times of day: 3 pm, 15:30, at 9, half past five, noon, الساعة ٣ العصر, خمس إلا ربع الصبح. Without a half of the day, one to half past six is the
/// afternoon, as business hours are. "After the sunset prayer" is no time of the clock and is left alone.
/// </summary>
internal static class TimeReader
{
    private static readonly Dictionary<string, bool> Halves = new()
    {
        ["am"] = false,
        ["a.m"] = false,
        ["صباحا"] = false,
        ["الصبح"] = false,
        ["الفجر"] = false,
        ["الصباح"] = false,
        ["الضحي"] = false,
        ["فجرا"] = false,
        ["pm"] = true,
        ["p.m"] = true,
        ["مساء"] = true,
        ["العصر"] = true,
        ["عصرا"] = true,
        ["المغرب"] = true,
        ["العشاء"] = true,
        ["العشا"] = true,
        ["المساء"] = true,
        ["المسا"] = true,
        ["الظهر"] = true,
        ["ظهرا"] = true,
        ["بالليل"] = true,
        ["الليل"] = true,
        ["ليلا"] = true,
    };

    private static readonly Dictionary<string, int> Past = WordTable.Wholes("وربع 15 ونص 30 ونصف 30 وثلث 20 وتلت 20 وخمس 5 وخمسه 5 وعشر 10 وعشره 10");

    private static readonly Dictionary<string, int> Before = WordTable.Wholes("ربع 15 ثلث 20 تلت 20 خمس 5 خمسه 5 عشر 10 عشره 10");

    private static readonly HashSet<string> NoTime = WordTable.Set("% percent per each of more units times riyal riyals sar dollars people persons guests orders customers leads and or");

    /// <summary>The words, other than numbers, that a time can begin with.</summary>
    public static IEnumerable<string> Starts => ["noon", "midday", "midnight", "منتصف", "نص", "نصف", "at", "الساعه", "ساعه", "عالساعه", "around", "about", "exactly", "by", "a", "half", "quarter"];

    public static int Read(IReadOnlyList<Token> tokens, int start, out TimeOnly time)
    {
        time = default;
        var reader = new Cursor(tokens, start);
        if (Named(ref reader, out time)) return reader.At - start;
        var marked = reader.Take("at") || reader.Take("الساعه") || reader.Take("ساعه") || reader.Take("عالساعه");
        var hourSaid = marked && reader.Peek(-1) != "at";
        if (reader.Take("around") || reader.Take("about") || reader.Take("exactly") || reader.Take("by")) hourSaid = marked && hourSaid;
        if (Named(ref reader, out time)) return marked ? reader.At - start : 0;
        var past = EnglishPast(ref reader, out var shift);
        if (!Clock(ref reader, out var hour, out var minute, out var exact)) return 0;
        if (reader.Take("o'clock")) exact = true;
        if (past) minute += shift;
        else if (!exact || minute == 0) ArabicMinutes(ref reader, ref minute, ref hourSaid);
        if (minute < 0) (hour, minute) = (hour == 0 ? 23 : hour - 1, minute + 60);
        if (Half(ref reader, out var afternoon))
        {
            if (hour > 12) return 0;
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }
        else if (!exact && !past && (!marked || !hourSaid && hour > 12 || IsCount(reader)))
        {
            return 0;
        }
        else if (hour is > 0 and < 7 && !(exact && reader.Peek(-1) is { } said && said.StartsWith('0')))
        {
            hour += 12;
        }

        if (minute >= 60) return 0;
        time = new TimeOnly(hour, minute);
        return reader.At - start;
    }

    private static bool Named(ref Cursor reader, out TimeOnly time)
    {
        time = reader.Word is "noon" or "midday" ? new TimeOnly(12, 0) : default;
        if (reader.Take("noon") || reader.Take("midday") || reader.Take("midnight")) return true;
        return reader.Take("منتصف", "الليل") || reader.Take("نص", "الليل") || reader.Take("نصف", "الليل");
    }

    /// <summary>"half past", "a quarter to", "ten past", "twenty minutes to".</summary>
    private static bool EnglishPast(ref Cursor reader, out int shift)
    {
        shift = 0;
        var at = reader.At;
        reader.Take("a");
        if (reader.Take("half")) shift = 30;
        else if (reader.Take("quarter")) shift = 15;
        else if (reader.Word is not null && reader.Kind is TokenKind.Word or TokenKind.Number && NumberReader.Read(reader.Tokens, reader.At, out var number) is > 0 and var taken && number is > 0 and < 30) (shift, reader.At) = ((int)number, reader.At + taken);
        if (shift is not (15 or 30)) reader.Take("minutes");
        if (shift > 0 && (reader.Take("past") || shift < 30 && reader.Take("after"))) return true;
        if (shift is > 0 and < 30 && (reader.Word is "to" && reader.Peek(-1) is "quarter" or "minutes" or "ten" or "twenty" or "five" && reader.Take("to") || reader.Take("till")))
        {
            shift = -shift;
            return true;
        }

        (shift, reader.At) = (0, at);
        return false;
    }

    /// <summary>ونص, وربع, ونص وخمس, إلا ربع, و١٥ دقيقة.</summary>
    private static void ArabicMinutes(ref Cursor reader, ref int minute, ref bool hourSaid)
    {
        var at = reader.At;
        if (reader.Take(Past, out var more))
        {
            minute = more;
            if (more == 30 && reader.Take("وخمس")) minute = 35;
            else if (more == 30 && reader.Take("الا", "خمس")) minute = 25;
            reader.Take("دقايق");
            reader.Take("دقائق");
        }
        else if (reader.Take("و") && reader.Kind == TokenKind.Number && int.TryParse(reader.Word, out more) && more < 60 && reader.Peek(1) is "دقيقه" or "دقايق")
        {
            minute = more;
            reader.Skip(2);
        }
        else
        {
            reader.At = at;
            if (!reader.Take("الا")) return;
            if (reader.Take(Before, out var less)) minute = -less;
            else reader.At = at;
        }

        hourSaid |= reader.At > at && reader.Word is not null;
    }

    private static bool Half(ref Cursor reader, out bool afternoon)
    {
        var at = reader.At;
        if (reader.Take(Halves, out afternoon))
        {
            if (reader.Peek(-1) is "p.m" or "a.m") reader.Take(".");
            return true;
        }

        if (reader.Word is "a" or "p" && reader.Peek(1) == "." && reader.Peek(2) == "m")
        {
            afternoon = reader.Word == "p";
            reader.Skip(3);
            reader.Take(".");
            return true;
        }

        if (reader.PeekKind(-1) == TokenKind.Number && reader.Word is "ص" or "م" && reader.Peek(1) != ".")
        {
            afternoon = reader.Word == "م";
            reader.Skip();
            return true;
        }

        if (reader.Take("in") || reader.Take("on") || reader.Take("في"))
        {
            reader.Take("the");
            if (reader.Take("morning") || reader.Take("الصباح") || reader.Take("الصبح")) return !(afternoon = false);
            if (reader.Take("afternoon") || reader.Take("evening") || reader.Take("المساء") || reader.Take("الليل") || reader.Take("العصر")) return afternoon = true;
        }

        reader.At = at;
        if (reader.Take("at", "night")) return afternoon = true;
        return reader.Take("tonight") && (afternoon = true) && reader.Return(at);
    }

    /// <summary>"at 9 riyals": what follows is counted.</summary>
    private static bool IsCount(in Cursor reader) =>
        reader.Word is { } next && (NoTime.Contains(next) || CalendarWords.Units.ContainsKey(next) || CalendarWords.Months.ContainsKey(next) || QuantityReader.IsUnit(next) || Currencies.Words.ContainsKey(next) || Currencies.Signs.ContainsKey(next) || NumberWords.Multipliers.ContainsKey(next));

    private static bool Clock(ref Cursor reader, out int hour, out int minute, out bool exact)
    {
        hour = minute = 0;
        exact = false;
        if (reader.Kind == TokenKind.Number)
        {
            var word = reader.Word!;
            var cut = word.AsSpan().IndexOfAny(':', '.');
            exact = cut > 0 && word[cut] == ':';
            if (cut > 0 && (word.Length - cut != 3 || !exact && reader.Peek(1) is not ("am" or "pm" or "صباحا" or "مساء" or "العصر" or "الصبح"))) return false;
            if (!int.TryParse(cut > 0 ? word.AsSpan(0, cut) : word, out hour) || cut > 0 && !int.TryParse(word.AsSpan(cut + 1), out minute)) return false;
        }
        else if (reader.Word is { } word && NumberWords.Units.TryGetValue(word, out var number) && number is > 0 and <= 12)
        {
            hour = (int)number;
            if (hour == 10 && reader.Peek(-1) is { } unit && NumberWords.Units.TryGetValue(unit, out var teen) && teen < 10) return false;
        }
        else if (reader.Peek(-1) is "الساعه" && reader.Word is { } nth && NumberWords.Ordinals.TryGetValue(nth, out var place) && place is > 0 and <= 12)
        {
            hour = place;
        }
        else
        {
            return false;
        }

        reader.Skip();
        return hour is >= 0 and < 24 && minute is >= 0 and < 60;
    }
}
