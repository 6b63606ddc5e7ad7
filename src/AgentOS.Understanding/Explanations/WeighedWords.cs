using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Explanations;

/// <summary>Words of an utterance and what they say for an intent.</summary>
/// <param name="Text">As they were written.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Weight">The natural logarithm of how many times likelier they make the intent; below zero they speak against it.</param>
public sealed record WeighedWords(string Text, int Start, int End, double Weight)
{
    private const float Least = 1e-5f;
    private const int MostWords = 60;
    private const double Together = 0.7;

    /// <summary>
    /// Weighs words by leaving them out and asking again, which tells what they did whatever the model is made of. Two neighbours are weighed
    /// together where that says clearly more than either alone.
    /// </summary>
    internal static IReadOnlyList<WeighedWords> For(string intent, string text, Func<string, IReadOnlyList<ScoredIntent>> rank)
    {
        var words = Tokenizer.Tokenize(text).Where(t => t.Kind != TokenKind.Mark).Take(MostWords).ToList();
        var whole = Score(rank(text), intent);
        var weighed = words.Select(w => Without(w.Start, w.End)).ToList();
        for (var i = 1; i < words.Count; i++)
        {
            var both = Without(words[i - 1].Start, words[i].End);
            if (both.Weight > Math.Max(0, weighed[i - 1].Weight) + Math.Max(0, weighed[i].Weight) + Together) weighed.Add(both);
        }

        return [.. weighed.OrderByDescending(w => Math.Abs(w.Weight)).ThenBy(w => w.Start)];

        WeighedWords Without(int start, int end) => new(text[start..end], start, end, whole - Score(rank(text.Remove(start, end - start)), intent));
    }

    /// <summary>The logarithm of the odds, which goes on growing where probabilities crowd at one. Of an intent that is not ranked, only the most it can be is known.</summary>
    private static double Score(IReadOnlyList<ScoredIntent> ranking, string intent)
    {
        var found = ranking.FirstOrDefault(r => r.Name == intent);
        var unranked = ranking.Count == 0 ? 0 : ranking[^1].Probability / 2;
        var probability = Math.Clamp(found.Name is null ? unranked : found.Probability, Least, 1 - Least);
        return Math.Log(probability / (1 - probability));
    }
}
