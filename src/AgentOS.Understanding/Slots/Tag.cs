using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots;

/// <summary>What a token can be to a tool: outside, the beginning of an argument (after so many letters of a prefixed particle), or its continuation.</summary>
/// <param name="Argument">The argument, or <see langword="null"/> outside.</param>
/// <param name="Begins">Whether it is the argument's first token.</param>
/// <param name="Prefix">Letters of particles (و ب ل ف ك) written onto the first token, which are not part of the argument.</param>
internal sealed record Tag(Argument? Argument, bool Begins, int Prefix)
{
    public const int LongestPrefix = 2;

    public ulong Id { get; } = Argument is null ? Hash.Of("outside") : Hash.Of($"{Argument.Label}|{Begins}|{Prefix}");

    public bool MayFollow(Tag? before) => Argument is null || Begins || before?.Argument == Argument;

    public bool Fits(in Token token) => Prefix == 0 || Prefix <= Particles(token);

    public static Tag[] For(ToolFrame frame)
    {
        var tags = new List<Tag> { new(null, false, 0) };
        foreach (var argument in frame.Arguments)
        {
            for (var prefix = 0; prefix <= LongestPrefix; prefix++) tags.Add(new Tag(argument, true, prefix));
            tags.Add(new Tag(argument, false, 0));
        }

        return [.. tags];
    }

    /// <summary>How many leading letters may be particles.</summary>
    private static int Particles(in Token token)
    {
        var word = token.Norm;
        if (token.Kind != TokenKind.Word || word.Length < 3 || !IsParticle(word[0])) return 0;
        return word.Length > 3 && (word[0] is 'و' or 'ف' && IsParticle(word[1]) || word[0] == 'ل' && word[1] == 'ل') ? 2 : 1;
    }

    private static bool IsParticle(char c) => c is 'و' or 'ب' or 'ل' or 'ف' or 'ك';
}
