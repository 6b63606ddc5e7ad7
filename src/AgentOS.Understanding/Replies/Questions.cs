using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Replies;

/// <summary>Asks for an argument in the person's words.</summary>
internal static class Questions
{
    /// <summary>The question; from the second attempt on with a hint how it may be answered.</summary>
    public static string For(ReplyBook book, Argument argument, JsonObject arguments, string path, int attempts = 0)
    {
        var question = Plain(book, argument, arguments, path);
        if (attempts == 0 || HintOf(argument.Kind) is not { } hint) return question;
        return $"{question} {book.Say(hint)}";
    }

    /// <summary>What an argument is called in the book's language; where it has no word of its own, as its entity is.</summary>
    public static string Name(ReplyBook book, Argument argument) =>
        book.Word(argument.Name) ?? (argument.Entity is { } entity ? book.Word(JsonNamingPolicy.CamelCase.ConvertName(entity)) : null) ?? Spaced(argument);

    private static string? HintOf(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Date or ArgumentKind.Moment => "hint_date",
        ArgumentKind.Whole or ArgumentKind.Decimal => "hint_number",
        ArgumentKind.Money => "hint_money",
        ArgumentKind.Reference => "hint_reference",
        ArgumentKind.Text => "hint_text",
        _ => null,
    };

    private static string Plain(ReplyBook book, Argument argument, JsonObject arguments, string path)
    {
        var name = Name(book, argument);
        if (argument.List is not null && !path.Contains('[', StringComparison.Ordinal)) return book.Say("ask_list");
        if (argument.Kind is ArgumentKind.Whole or ArgumentKind.Decimal && ItemName(arguments, path) is { } item) return book.Say("ask_number_of", ("item", item));
        if (argument.Kind == ArgumentKind.Choice) return book.Say("ask_choice", ("argument", name), ("choices", book.Either([.. argument.Choices.Select(book.Choice)])));
        if (argument.Kind is ArgumentKind.Text or ArgumentKind.Flag && book.LanguageCode == Language.English && book.Word(argument.Name) is null && argument.Description.Length > 0)
            return book.Say("ask_described", ("description", Sentence(argument.Description)));
        return book.Say(argument.Kind switch
        {
            ArgumentKind.Reference => "ask_reference",
            ArgumentKind.Whole or ArgumentKind.Decimal => "ask_number",
            ArgumentKind.Money => "ask_money",
            ArgumentKind.Date or ArgumentKind.Moment => "ask_date",
            ArgumentKind.Time => "ask_time",
            ArgumentKind.Duration => "ask_duration",
            ArgumentKind.Flag => "ask_flag",
            _ => "ask_text",
        }, ("argument", name));
    }

    /// <summary>The item's first text, so that "how many?" says of what.</summary>
    private static string? ItemName(JsonObject arguments, string path)
    {
        if (!path.Contains('[', StringComparison.Ordinal) || ArgumentPath.Parent(arguments, path) is not { } item) return null;
        return item.Select(p => p.Value).OfType<JsonValue>().Select(v => v.TryGetValue(out string? text) ? text : null).FirstOrDefault(t => t is not null);
    }

    private static string Spaced(Argument argument) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(argument.Entity ?? argument.Name).Replace('_', ' ');

    private static string Sentence(string description)
    {
        var text = description.TrimEnd('.', ' ');
        return text.Length > 1 && char.IsUpper(text[1]) ? text + "." : char.ToLowerInvariant(text[0]) + text[1..] + ".";
    }
}
