using System.Globalization;
using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots;

/// <summary>Turns words into the JSON that an argument's type demands.</summary>
internal sealed class ValueReader(ChoiceWords choices, SlotVocabulary vocabulary)
{
    /// <summary>The value, or <see langword="null"/> when the words do not say one.</summary>
    public JsonNode? Read(Argument argument, string words, ValueContext context)
    {
        words = words.Trim(' ', ',', '،', '.', ':', ';', '؛', '?', '؟', '!', '"', '\n', '-');
        if (words.Length == 0) return null;
        var tokens = Tokenizer.Tokenize(words);
        if (argument.Kind != ArgumentKind.Reference && choices.Find(argument, words) is { } value) return Typed(argument, value);
        return argument.Kind switch
        {
            ArgumentKind.Reference => Reference(words, tokens),
            ArgumentKind.Text => Text(argument, words, tokens, context),
            ArgumentKind.Choice => null,
            ArgumentKind.Flag => null,
            _ => Value(argument, ValueScanner.Scan(tokens, context), tokens, context),
        };
    }

    /// <summary>The kinds of values that can fill the argument, the best first.</summary>
    public static IReadOnlyList<ValueKind> KindsFor(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Whole => [ValueKind.Percent, ValueKind.Number, ValueKind.Quantity],
        ArgumentKind.Decimal => [ValueKind.Percent, ValueKind.Money, ValueKind.Quantity, ValueKind.Number],
        ArgumentKind.Money => [ValueKind.Money, ValueKind.Number],
        ArgumentKind.Date => [ValueKind.Date],
        ArgumentKind.Moment => [ValueKind.Date, ValueKind.Time],
        ArgumentKind.Time => [ValueKind.Time],
        ArgumentKind.Duration => [ValueKind.Duration],
        _ => [],
    };

    /// <summary>The argument's value among values that were found.</summary>
    public static JsonNode? Value(Argument argument, IReadOnlyList<FoundValue> found, IReadOnlyList<Token> tokens, ValueContext context)
    {
        if (argument.Kind == ArgumentKind.Moment) return Moment(found, context);
        foreach (var kind in KindsFor(argument.Kind))
        {
            var longest = found.Where(f => f.Kind == kind).OrderByDescending(f => f.End - f.Start).FirstOrDefault();
            if (longest.Value is { } value && Json(argument.Kind, value, context) is { } json) return json;
        }

        if (argument.Kind == ArgumentKind.Whole && argument.Name.Contains("minute", StringComparison.OrdinalIgnoreCase)) return null;
        return argument.Kind is ArgumentKind.Whole or ArgumentKind.Decimal && tokens.Count > 0 && IsDual(tokens[0]) ? 2 : null;
    }

    private static JsonNode? Json(ArgumentKind kind, object value, ValueContext context) => value switch
    {
        decimal number when kind == ArgumentKind.Whole => number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : null,
        decimal number when kind == ArgumentKind.Money => Sum(number, context.Currency),
        decimal number => number,
        Amount amount when kind == ArgumentKind.Money => Sum(amount.Value, amount.Currency ?? context.Currency),
        Amount amount => amount.Value,
        Quantity quantity when kind == ArgumentKind.Whole => quantity.Value == decimal.Truncate(quantity.Value) ? (int)quantity.Value : null,
        Quantity quantity => quantity.Value,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static JsonNode Sum(decimal value, string? currency) =>
        currency is null ? value : new JsonObject { ["amount"] = value, ["currency"] = currency };

    private static JsonNode? Moment(IReadOnlyList<FoundValue> found, ValueContext context)
    {
        var date = found.FirstOrDefault(f => f.Kind == ValueKind.Date).Value as DateOnly?;
        var time = found.FirstOrDefault(f => f.Kind == ValueKind.Time).Value as TimeOnly?;
        if (date is null && time is null) return null;
        var day = date ?? (time < context.Now ? context.Today.AddDays(1) : context.Today);
        var local = day.ToDateTime(time ?? new TimeOnly(9, 0));
        return new DateTimeOffset(local, context.TimeZone.GetUtcOffset(local)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private JsonNode? Reference(string words, List<Token> tokens)
    {
        if (tokens.Count == 0) return null;
        if (ReferenceWords.Canonical(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens), vocabulary.Knows) is { } pointer) return pointer;
        for (var i = 0; i < tokens.Count; i++)
            if (CodeReader.Read(tokens, i, out var code) > 0) return code;
        return tokens.Any(t => t.Kind != TokenKind.Mark) ? words : null;
    }

    private static JsonNode? Text(Argument argument, string words, List<Token> tokens, ValueContext context)
    {
        var found = ValueScanner.Scan(tokens, context);
        if (argument.Name.Contains("mail", StringComparison.OrdinalIgnoreCase))
            return found.FirstOrDefault(f => f.Kind == ValueKind.Email).Value is string mail ? mail : null;
        if (argument.Name.Contains("phone", StringComparison.OrdinalIgnoreCase) || argument.Name.Contains("mobile", StringComparison.OrdinalIgnoreCase))
            return found.FirstOrDefault(f => f.Kind == ValueKind.Phone).Value is string phone ? phone : Digits(words);
        return words;
    }

    /// <summary>A short number (an extension) is a telephone number only when nothing else is said.</summary>
    private static string? Digits(string words) => words.Any(c => Folding.Digit(c) >= 0) && !words.Any(char.IsLetter) ? Folding.Fold(words) : null;

    private static JsonNode? Typed(Argument argument, string value) => argument.Kind switch
    {
        ArgumentKind.Flag => bool.TryParse(value, out var flag) ? flag : null,
        ArgumentKind.Whole => int.TryParse(value, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        ArgumentKind.Decimal or ArgumentKind.Money => decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => value,
    };

    /// <summary>An Arabic noun in the dual says "two": كرتونين.</summary>
    private static bool IsDual(in Token token) => token.Norm.Length >= 5 && !token.Norm.StartsWith("ال", StringComparison.Ordinal) && token.Norm != "بعدين" && Folding.IsArabic(token.Norm[0]) && token.Norm.EndsWith("ين", StringComparison.Ordinal);
}
