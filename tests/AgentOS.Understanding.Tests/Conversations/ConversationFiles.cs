using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>The conversations that come with the tests: <c>FOLDER/KIND.yaml</c>, each a list.</summary>
internal static partial class ConversationFiles
{
    public static IReadOnlyList<ScriptedConversation> All { get; } = [.. Read()];

    private static IEnumerable<ScriptedConversation> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var (folder, kind) = resource.Replace('\\', '/').Split('/') is [var f, var k] ? (f, k[..^5]) : throw new FormatException($"{resource} is not FOLDER/KIND.yaml");
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents.Count == 0) continue;
            foreach (var conversation in Json(yaml.Documents[0].RootNode)!.AsArray())
                yield return ConversationReader.Read(folder, kind, conversation!.AsObject());
        }
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Select(p => KeyValuePair.Create(((YamlScalarNode)p.Key).Value!, Json(p.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when Number().IsMatch(text) => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? ""),
        _ => throw new FormatException($"{node.Start}: neither a mapping nor a list nor a value"),
    };

    // A number that begins with 0 is a telephone number.
    [GeneratedRegex(@"^(0|[1-9][0-9]*)(\.[0-9]+)?$")]
    private static partial Regex Number();
}
