using System.Text.Json.Nodes;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots;

/// <summary>Puts values together into a call's arguments; a list's items are told apart by repeated properties and by "and".</summary>
internal sealed class ArgumentBuilder(ValueReader reader)
{
    public JsonObject Build(string text, IReadOnlyList<Token> tokens, IReadOnlyList<SlotSpan> spans, ValueContext context)
    {
        var arguments = new JsonObject();
        var lastOfList = new Dictionary<string, int>();
        foreach (var span in spans)
        {
            var argument = span.Argument;
            if ((span.Name ?? reader.Read(argument, SlotSpans.Words(text, tokens, span), context)) is not { } value) continue;
            if (argument.List is { } list) AddToList(arguments, list, argument.Name, value, tokens, span, lastOfList);
            else if (argument.Many) (arguments[argument.Path] as JsonArray ?? New(arguments, argument.Path)).Add(value);
            else if (!arguments.ContainsKey(argument.Path)) arguments[argument.Path] = value;
        }

        return arguments;
    }

    private static void AddToList(JsonObject arguments, string list, string name, JsonNode value, IReadOnlyList<Token> tokens, SlotSpan span, Dictionary<string, int> lastOfList)
    {
        var items = arguments[list] as JsonArray ?? New(arguments, list);
        var item = items.Count > 0 ? (JsonObject)items[^1]! : null;
        var parted = lastOfList.TryGetValue(list, out var last) && IsParted(tokens, last, span);
        if (item is null || item.ContainsKey(name) || parted) items.Add(item = []);
        item[name] = value;
        lastOfList[list] = span.End;
    }

    private static bool IsParted(IReadOnlyList<Token> tokens, int from, SlotSpan next)
    {
        for (var i = from; i < next.Start; i++)
            if (tokens[i].Norm is "and" or "&" or "+" or "," or "،" or "و" or ";" or "plus" or "\n") return true;
        return next.Prefix > 0 && tokens[next.Start].Norm[0] == 'و';
    }

    private static JsonArray New(JsonObject arguments, string name)
    {
        var array = new JsonArray();
        arguments[name] = array;
        return array;
    }
}
