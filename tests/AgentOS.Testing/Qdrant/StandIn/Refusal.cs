namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>Qdrant says no, in its words.</summary>
internal sealed class Refusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static Refusal NoCollection(string name) => new(404, $"Not found: Collection `{name}` doesn't exist!");

    public static Refusal Wrong(string message) => new(400, $"Wrong input: {message}");

    public static Refusal Malformed(string message) => new(422, $"Validation error in JSON body: [{message}]");
}
