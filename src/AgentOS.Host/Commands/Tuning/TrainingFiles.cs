using AgentOS.Understanding.Corpora;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>What a model is trained on.</summary>
internal sealed record TrainingFiles(Corpus Training, Corpus? Validation, int Seed);
