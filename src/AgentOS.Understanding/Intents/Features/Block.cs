namespace AgentOS.Understanding.Intents.Features;

/// <summary>Which kind of evidence a feature is; every kind is brought to a length of its own.</summary>
internal enum Block : byte
{
    /// <summary>Groups of letters within words.</summary>
    Letters,

    /// <summary>Words, and what is left of them without their endings.</summary>
    Words,

    /// <summary>What words mean: their classes in the lexicon.</summary>
    Classes,

    /// <summary>Two classes in their order.</summary>
    ClassPairs,

    /// <summary>Two words, side by side or apart.</summary>
    Pairs,
}
