namespace AgentOS.Understanding.Corpora;

/// <summary>Why examples deserve a look.</summary>
public enum CorpusWarningKind
{
    /// <summary>The same words with the same labels, more than once.</summary>
    Duplicate,

    /// <summary>The same words with two intents.</summary>
    Contradictory,

    /// <summary>Too few examples to learn from: an intent with fewer than three, a slot that is seen once.</summary>
    Lonely,
}

/// <summary>Something in a corpus that can be learnt from, and is probably not meant.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line, from one.</param>
/// <param name="Message">The problem in a sentence, without file and line.</param>
public sealed record CorpusWarning(CorpusWarningKind Kind, int Line, string Message);
