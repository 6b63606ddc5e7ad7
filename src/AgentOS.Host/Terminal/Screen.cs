using AgentOS.Data;
using AgentOS.Turns;
using Spectre.Console;

namespace AgentOS.Host.Terminal;

/// <summary>What a conversation looks like in a terminal: colours and tables where they help, plain lines elsewhere.</summary>
internal sealed class Screen(IAnsiConsole console, bool rich)
{
    public bool Rich => rich;

    public static Screen Create(bool noColor)
    {
        var rich = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var colours = rich && !noColor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Console.Out),
        }), rich);
    }

    public void Dim(string text) => console.MarkupLine($"[grey]{Markup.Escape(rich ? Bidi.Isolate(text) : text)}[/]");

    public void Problem(string text) => console.MarkupLine($"[red]{Markup.Escape(rich ? Bidi.Isolate(text) : text)}[/]");

    public void Prompt(string text) => console.Markup($"[teal]{Markup.Escape(text)}[/] ");

    public void Say(string text) => console.WriteLine(rich ? Bidi.Isolate(text) : text);

    public void Changes(Approval approval)
    {
        foreach (var row in approval.Changes)
        {
            if (rich) Table(row);
            else Lines(row);
        }
    }

    private void Table(RowChange row)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(Title(row)));
        table.AddColumns("Field", "Before", "After");
        foreach (var column in row.Columns)
            table.AddRow(Markup.Escape(column.Name), $"[red]{Markup.Escape(Shown(column.Before))}[/]", $"[green]{Markup.Escape(Shown(column.After))}[/]");
        console.Write(table);
    }

    private void Lines(RowChange row)
    {
        console.WriteLine("  " + Title(row));
        foreach (var column in row.Columns) console.WriteLine($"    {column.Name}: {Shown(column.Before)} → {Shown(column.After)}");
    }

    private static string Title(RowChange row) => $"{row.Table} {row.Label} ({row.Kind.ToString().ToLowerInvariant()})";

    private static string Shown(System.Text.Json.JsonElement? value) => value?.ToString() is { Length: > 0 } text ? Bidi.Isolate(text) : "–";
}
