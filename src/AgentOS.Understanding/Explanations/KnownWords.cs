using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Explanations;

/// <summary>Words that the lexicon knows, whatever was learnt.</summary>
/// <param name="Text">As they were written.</param>
/// <param name="Classes">What they are, such as <c>act.find</c>.</param>
public sealed record KnownWords(string Text, IReadOnlyList<string> Classes)
{
    internal static IReadOnlyList<KnownWords> In(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var matches = new List<LexiconMatch>();
        Lexicon.Default.Match(tokens, matches);
        return
        [
            .. matches.GroupBy(m => (m.Start, m.End)).OrderBy(g => g.Key.Start)
                .Select(g => new KnownWords(text[tokens[g.Key.Start].Start..tokens[g.Key.End - 1].End], [.. g.Select(m => Lexicon.Default.Classes[m.Class])])),
        ];
    }
}
