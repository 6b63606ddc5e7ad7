namespace AgentOS.Knowledge.Analysis;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters of one script.</summary>
    Word,

    /// <summary>Digits, with a decimal point at most.</summary>
    Number,

    /// <summary>Letters and digits that belong together, such as a record's number: SO-1001.</summary>
    Code,

    /// <summary>The letters or the digits of the code before it.</summary>
    PartOfCode,
}
