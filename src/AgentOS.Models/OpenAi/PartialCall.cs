using System.Text;
using System.Text.Json;
using AgentOS.Models.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi;

/// <summary>A tool call whose pieces are still arriving.</summary>
internal sealed class PartialCall(int? index)
{
    private string first = "";
    private StringBuilder? all;

    public int? Index { get; set; } = index;

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public bool HasArguments => first.Length > 0;

    public string Arguments => all?.ToString() ?? first;

    /// <summary>Whether the arguments so far are a whole JSON object, so that more pieces belong to another call.</summary>
    public bool Complete
    {
        get
        {
            try
            {
                return HasArguments && JsonElement.Parse(Arguments).ValueKind == JsonValueKind.Object;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    public void Append(string piece)
    {
        if (piece.Length == 0) return;
        if (first.Length == 0) first = piece;
        else (all ??= new StringBuilder(first)).Append(piece);
    }

    public FunctionCallContent ToContent(bool truncated) =>
        CallArguments.Read(Id.Length > 0 ? Id : "call_" + Guid.CreateVersion7().ToString("N"), Name, Arguments, truncated);
}
