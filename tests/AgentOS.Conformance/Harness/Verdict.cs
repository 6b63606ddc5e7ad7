namespace AgentOS.Conformance;

public enum Outcome
{
    Pass,
    Partial,
    Fail,
}

/// <summary>What a scenario found.</summary>
/// <param name="Outcome">Whether the loop did right.</param>
/// <param name="Finding">A sentence with the figures.</param>
public sealed record Verdict(Outcome Outcome, string Finding)
{
    public static Verdict Pass(string finding) => new(Outcome.Pass, finding);

    public static Verdict Partial(string finding) => new(Outcome.Partial, finding);

    public static Verdict Fail(string finding) => new(Outcome.Fail, finding);
}
