namespace AgentOS.Conformance;

internal sealed class V14HugeResult() : Scenario("V14", "1 MB tool result")
{
    private const int Size = 1_000_000, Most = 64 * 1024, Place = 500_000;
    private const string Needle = "needle-7f3a";

    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var document = string.Concat(new string('x', Place), Needle, new string('y', Size - Place - Needle.Length));
        var tool = Tools.Read("read_document", () => document);
        var model = new ScriptedModel(
            _ => Say.Call("c1", "read_document"),
            r => loop.ReadOn(r.Results[^1], Place) is { } call ? Say.Calls(call) : Say.Text("I cannot read on."));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Read the document.");

        if (!end.Answered) return Verdict.Fail(end.Words);
        var sent = model.Requests.SelectMany(r => r.Results).Max(r => ResultText.Of(r.Result).Length);
        if (sent > Most) return Verdict.Fail($"{sent:N0} characters sent to the model");
        return model.Last.Results.Any(r => ResultText.Of(r.Result).Contains(Needle, StringComparison.Ordinal))
            ? Verdict.Pass($"at most {sent:N0} characters sent, and the model can read on")
            : Verdict.Partial($"{sent:N0} characters sent, but the rest cannot be read");
    }
}
