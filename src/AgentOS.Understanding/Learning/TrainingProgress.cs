namespace AgentOS.Understanding.Learning;

/// <summary>How far training has come.</summary>
/// <param name="Phase">What is being learnt.</param>
/// <param name="Fraction">How much of it is done, from 0 to 1.</param>
public readonly record struct TrainingProgress(string Phase, double Fraction);
