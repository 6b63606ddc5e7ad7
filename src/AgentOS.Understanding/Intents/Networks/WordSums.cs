using AgentOS.Understanding.Intents.Features;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>What a word brings to an utterance whatever stands around it.</summary>
/// <param name="Letters">The sum over its groups of letters.</param>
/// <param name="Words">The sum over the word and its stems.</param>
/// <param name="LetterRows">The rows that the first goes over.</param>
/// <param name="WordRows">The rows that the second goes over.</param>
/// <param name="Keys">What pairs with it are named by.</param>
/// <param name="Forms">How many features of itself and its stems it has, known or not.</param>
internal sealed record WordSums(BlockSum Letters, BlockSum Words, int[] LetterRows, int[] WordRows, PairKeys Keys, int Forms);
