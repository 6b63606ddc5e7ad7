using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Learning;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>What a model is trained on, and how.</summary>
internal sealed record TrainingFiles(Corpus Training, Corpus? Validation, LearningOptions Options);
