using System.CommandLine;
using System.Text.Json;
using AgentOS.Host.Composition;
using AgentOS.Host.Web.Rest;
using AgentOS.Tools;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos tools</c>.</summary>
internal static class ToolsCommand
{
    private const string Notes = """
        Examples:
          ./agentos tools                      all tools: name, effect, what it does
          ./agentos tools show leads.qualify   arguments, permission, route, how people ask for it
          ./agentos tools list --json          for programs
        """;

    public static Command Create()
    {
        var json = Options.Json();
        json.Recursive = true;
        var name = new Argument<string>("name") { Description = "The tool's name, such as leads.qualify" };
        var list = new DocumentedCommand("list", "List the tools", Notes);
        list.SetAction(parsed => List(parsed.GetValue(json)));
        var show = new DocumentedCommand("show", "Show one tool", Notes) { name };
        show.SetAction(parsed => Show(parsed.GetValue(name)!, parsed.GetValue(json)));
        var command = new DocumentedCommand("tools", "List the tools that agents and programs can use", Notes) { json, list, show };
        command.SetAction(parsed => List(parsed.GetValue(json)));
        return command;
    }

    private static int List(bool json)
    {
        var tools = Parts.Catalog().All;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(tools.Select(ToolSummary.Of), ToolJson.Options));
            return 0;
        }

        var width = tools.Max(t => t.Name.Length);
        foreach (var tool in tools)
            Console.WriteLine($"{tool.Name.PadRight(width)}  {(tool.Confirm ? "asks  " : tool.Effect == Effect.Read ? "reads " : "writes")}  {FirstSentence(tool.Description)}");
        return 0;
    }

    private static int Show(string name, bool json)
    {
        var tool = Parts.Catalog().Find(name) ?? throw new UsageException($"There is no tool '{name}'. './agentos tools' lists them.");
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(ToolSummary.Of(tool), ToolJson.Options));
            return 0;
        }

        Console.WriteLine($"{tool.Name}: {tool.Description}\n");
        Console.WriteLine($"  effect      {tool.Effect.ToString().ToLowerInvariant()}{(tool.Confirm ? ", asks a person first" : "")}");
        Console.WriteLine($"  permission  {tool.Permission}");
        Console.WriteLine($"  route       {tool.Route ?? "none"}");
        Console.WriteLine($"  arguments   {JsonSerializer.Serialize(tool.InputSchema, Indented)}\n");
        foreach (var example in tool.Examples) Console.WriteLine($"  {example.Language}  {ExampleText.Plain(example.Text)}");
        return 0;
    }

    private static JsonSerializerOptions Indented { get; } = new(ToolJson.Options) { WriteIndented = true };

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }
}
