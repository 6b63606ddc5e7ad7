namespace AgentOS.Understanding.Corpora;

/// <summary>What somebody said, and what it meant.</summary>
/// <param name="Text">The words, as they were written.</param>
/// <param name="Intent">What was wanted; <see langword="null"/> when it is none of the things that can be asked for.</param>
/// <param name="Slots">The arguments in it, in the order of the text, without overlap.</param>
public sealed record LabelledUtterance(string Text, string? Intent, IReadOnlyList<LabelledSlot> Slots);

/// <summary>An argument in an utterance.</summary>
/// <param name="Name">The argument's name.</param>
/// <param name="Start">Offset of its first UTF-16 character in the text.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Value">What it stands for, where that differs from the words.</param>
public sealed record LabelledSlot(string Name, int Start, int End, string? Value = null);
