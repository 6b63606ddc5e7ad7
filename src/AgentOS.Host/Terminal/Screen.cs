using AgentOS.Host.Web.Chat;
using AgentOS.Turns;
using Spectre.Console;

namespace AgentOS.Host.Terminal;

/// <summary>What a conversation looks like in a terminal: colours and tables where they help, plain lines elsewhere.</summary>
internal sealed class Screen(IAnsiConsole console, bool rich)
{
    public bool Rich => rich;

    public static Screen Create(bool noColor)
    {
        var rich = Colours.HasTerminal;
        var colours = Colours.Wanted(noColor);
        return new(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Console.Out),
        }), rich);
    }

    public void Dim(string text) => Write(text, "grey");

    public void Problem(string text) => Write(text, "red");

    public void Prompt(string text) => console.Markup($"[teal]{Markup.Escape(text)}[/] ");

    public void Say(string text) => Write(text, null);

    public void Changes(Approval approval)
    {
        foreach (var change in approval.Changes.Select(ReadableChange.Of))
        {
            if (rich) Table(change);
            else Lines(change);
        }
    }

    // Without a terminal there is no width to keep to.
    private void Write(string text, string? colour)
    {
        if (!rich) Console.Out.WriteLine(text);
        else if (colour is null) console.WriteLine(Bidi.Isolate(text));
        else console.MarkupLine($"[{colour}]{Markup.Escape(Bidi.Isolate(text))}[/]");
    }

    private void Table(ReadableChange change)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(change.Title));
        table.AddColumns("Field", "Before", "After");
        foreach (var (field, before, after) in change.Fields)
            table.AddRow(Markup.Escape(field), $"[red]{Markup.Escape(Bidi.Isolate(before))}[/]", $"[green]{Markup.Escape(Bidi.Isolate(after))}[/]");
        console.Write(table);
    }

    private static void Lines(ReadableChange change)
    {
        Console.Out.WriteLine("  " + change.Title);
        foreach (var (field, before, after) in change.Fields)
            Console.Out.WriteLine(before.Length == 0 ? $"    {field}: {after}" : $"    {field}: {before} → {after}");
    }
}
