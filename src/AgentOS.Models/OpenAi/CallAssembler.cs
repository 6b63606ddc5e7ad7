namespace AgentOS.Models.OpenAi;

/// <summary>
/// Puts the pieces of tool calls together. Providers differ: some give every call the index 0, some leave the id or the
/// index out, some repeat the name with each piece. A piece is added to a call only when nothing speaks against it.
/// </summary>
internal sealed class CallAssembler
{
    private readonly List<PartialCall> calls = [];

    public IReadOnlyList<PartialCall> Calls => calls;

    /// <summary>A call that came whole.</summary>
    public void AddWhole(string id, string name, string arguments)
    {
        var call = new PartialCall(index: null) { Id = id, Name = name };
        call.Append(arguments);
        calls.Add(call);
    }

    /// <summary>A piece of a call.</summary>
    public void AddPiece(int? index, string id, string name, string arguments)
    {
        var call = Find(index, id, name);
        if (call is null)
        {
            call = new PartialCall(index);
            calls.Add(call);
        }

        if (call.Id.Length == 0) call.Id = id;
        if (call.Name.Length == 0) call.Name = name;
        call.Append(arguments);
    }

    private PartialCall? Find(int? index, string id, string name)
    {
        for (var i = calls.Count - 1; i >= 0; i--)
        {
            var call = calls[i];
            if (index is not null && call.Index is not null && call.Index != index) continue;
            if (id.Length > 0 && call.Id.Length > 0)
            {
                if (id == call.Id) return call;
                continue;
            }

            if (id.Length > 0) return call.HasArguments ? null : call;
            return Continues(call, name) ? call : null;
        }

        return null;
    }

    // Without an id, a piece that names a function again begins a new call, unless the server repeats the name with every piece.
    private static bool Continues(PartialCall call, string name) =>
        name.Length == 0 || call.Name.Length == 0 || (name == call.Name && !call.Complete);
}
