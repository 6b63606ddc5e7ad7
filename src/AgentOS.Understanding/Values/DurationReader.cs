using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads how long something lasts: 30 minutes, an hour and a half, two hours 15 minutes, three days, نص ساعة, ساعتين وربع, ساعة إلا ربع.</summary>
internal static class DurationReader
{
    private const int Hour = 3600;
    private const int Day = 86400;

    private static readonly Dictionary<string, int> Units = WordTable.Wholes(
        "second 1 seconds 1 sec 1 secs 1 minute 60 minutes 60 min 60 mins 60 hour 3600 hours 3600 hr 3600 hrs 3600 day 86400 days 86400 week 604800 weeks 604800 fortnight 1209600 " +
        "ثانيه 1 ثواني 1 دقيقه 60 دقايق 60 ساعه 3600 ساعات 3600 سويعه 3600 يوم 86400 ايام 86400 اسبوع 604800 اسابيع 604800");

    private static readonly Dictionary<string, int> Duals = WordTable.Wholes("ثانيتين 2 دقيقتين 120 ساعتين 7200 يومين 172800 اسبوعين 1209600");

    /// <summary>The words, other than numbers, that a duration can begin with.</summary>
    public static IEnumerable<string> Starts => [.. Units.Keys, .. Duals.Keys, "half", "quarter", "a", "an", "one"];

    public static int Read(IReadOnlyList<Token> tokens, int start, out TimeSpan duration)
    {
        duration = default;
        var reader = new Cursor(tokens, start);
        if (!Part(ref reader, out var seconds, out var unit)) return 0;
        if (reader.Word == "'s") return 0;
        var at = reader.At;
        reader.Take("and");
        reader.Take("و");
        if (unit >= Hour && (reader.Kind == TokenKind.Number || reader.At > at || reader.Word is { } next && (next[0] == 'و' || NumberWords.Units.ContainsKey(next))) && Part(ref reader, out var rest, out var smaller) && smaller < unit && smaller * rest > 0) seconds += rest;
        else reader.At = at;
        duration = TimeSpan.FromSeconds((double)decimal.Round(seconds));
        return reader.At - start;
    }

    private static bool Part(ref Cursor reader, out decimal seconds, out int unit)
    {
        seconds = unit = 0;
        if (reader.Take(Duals, out var dual))
        {
            unit = dual / 2;
            seconds = dual + (Fraction(ref reader) * unit);
            return true;
        }

        var at = reader.At;
        if (!Count(ref reader, out var count)) return false;
        if (!reader.Take(Units, out unit) || count < 0 && unit != Hour)
        {
            reader.At = at;
            return false;
        }

        // Without a number, only an hour or its parts is a duration: "day" alone is a date's word.
        if (count < 0)
        {
            if (Fraction(ref reader) is not (not 0 and var part)) return !reader.Return(at) || LoneHour(ref reader, ref seconds);
            count = 1 + part;
        }
        else
        {
            count += Fraction(ref reader);
        }

        seconds = count * unit;
        return true;
    }

    /// <summary>ساعة by itself, which is also "the hour" of a clock when a number follows.</summary>
    private static bool LoneHour(ref Cursor reader, ref decimal seconds)
    {
        if (reader.Word is not ("ساعه" or "hour") || reader.Peek(1) is { } next && (reader.PeekKind(1) == TokenKind.Number || NumberWords.Units.ContainsKey(next)) || reader.Peek(-1) is "كل" or "every" or "per" or "the" or "each" or "happy" or "last" or "next") return false;
        seconds = Hour;
        reader.Skip();
        return true;
    }

    /// <summary>How many; -1 when nothing says it.</summary>
    private static bool Count(ref Cursor reader, out decimal count)
    {
        count = -1;
        if (reader.Word is null) return false;
        if (reader.Word is "half" or "quarter")
        {
            count = reader.Word == "half" ? 0.5m : 0.25m;
            reader.Skip();
            reader.Take("of");
            if (!reader.Take("an")) reader.Take("a");
            return true;
        }

        if (NumberReader.Read(reader.Tokens, reader.At, out var number) is > 0 and var taken)
        {
            count = number;
            reader.Skip(taken);
            if (reader.Take("of")) reader.Take("an");
            if (reader.Word is "business" or "working" or "full" or "whole" or "more") reader.Skip();
            return true;
        }

        if (reader.Word is "a" or "an" or "one")
        {
            count = 1;
            reader.Skip();
            if (reader.Word is "quarter" && reader.Peek(1) == "of") (count, reader.At) = (0.25m, reader.At + 2);
            if (reader.Word is "half" && reader.Peek(1) == "hour") (count, reader.At) = (0.5m, reader.At + 1);
            reader.Take("an");
            return true;
        }

        return Units.ContainsKey(reader.Word);
    }

    /// <summary>"and a half", ونص, وربع; إلا ربع takes away.</summary>
    private static decimal Fraction(ref Cursor reader)
    {
        if (NumberFractions.Part(ref reader, out var part)) return part;
        if (reader.Take("الا", "ربع")) return -0.25m;
        return reader.Take("الا", "ثلث") ? -1m / 3 : 0;
    }
}
