using System.Globalization;
using HandlebarsDotNet;

namespace AgentOS.Runtime.Presentation;

/// <summary>What templates may call. One set per language.</summary>
internal sealed class TemplateFunctions(string language, IReadOnlyDictionary<string, Dictionary<string, string>> labels)
{
    public void Register(IHandlebars handlebars)
    {
        Add("money", arguments => Money(arguments[0]));
        Add("number", arguments => Number(arguments[0]));
        Add("date", arguments => Date(arguments[0]));
        Add("label", arguments => Label(Text(arguments[0]), Text(arguments[1])));
        Add("ltr", arguments => LeftToRight(Text(arguments[0])));
        Add("quote", arguments => Quote(Text(arguments[0])));
        Add("inc", arguments => Text(Amount(arguments[0]) + 1));
        Add("plural", arguments => Words.Plural(Amount(arguments[0]), [.. Enumerable.Range(1, arguments.Length - 1).Select(i => Text(arguments[i]))], language));

        // A view's own member may be called like a helper: {{number}} without an argument is the member.
        void Add(string name, Func<Arguments, string> say) => handlebars.RegisterHelper(name, (output, context, arguments) =>
        {
            if (arguments.Length > 0) output.WriteSafeString(say(arguments));
            else if (context.Value is IDictionary<string, object?> members && members.TryGetValue(name, out var member)) output.Write(member);
        });
    }

    public string Money(object? value)
    {
        if (value is not IDictionary<string, object?> money || !money.TryGetValue("amount", out var amount)) return Number(value);
        return Words.Money(Amount(amount), money.TryGetValue("currency", out var currency) ? Text(currency) : "", language);
    }

    public string Date(object? value)
    {
        var text = Text(value);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Words.Date(date, language)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
                ? Words.Date(DateOnly.FromDateTime(instant.DateTime), language)
                : text;
    }

    public string Label(string set, string value) =>
        labels.TryGetValue(set, out var words) && words.TryGetValue(value, out var said) ? said : Spaced(value);

    // phone_call and salesOrder → phone call, sales order
    private static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => c == '_' ? " " : i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static string Number(object? value) => value switch
    {
        null or UndefinedBindingResult => "",
        string text => text,
        _ => Words.Number(Amount(value)),
    };

    /// <summary>Words as they were written, each line in quotation marks and with a direction of its own.</summary>
    private string Quote(string text)
    {
        var (open, close) = language == Language.Arabic ? ('«', '»') : ('“', '”');
        return string.Join('\n', text.Split('\n').Select(line => Isolates.IsolateQuotation($"{open}{line}{close}", line, language)));
    }

    private string LeftToRight(string text) => language == Language.Arabic ? Isolates.Isolate(text) : text;

    private static string Text(object? value) => value switch
    {
        null or UndefinedBindingResult => "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static decimal Amount(object? value) => value switch
    {
        decimal exact => exact,
        IConvertible number and not string => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
        _ => decimal.TryParse(Text(value), NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0,
    };
}
