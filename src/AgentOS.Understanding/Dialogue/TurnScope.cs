using AgentOS.Tools;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Replies;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Dialogue;

/// <summary>All that one decision may look at.</summary>
internal sealed record TurnScope(EmbeddedUnderstanding Model, Abilities Abilities, TurnSoFar Turn, ValueContext Values, Focus Focus)
{
    public ReplyBook Book { get; } = ReplyBook.For(Turn.Language);

    /// <summary>Whether what is decided on comes after other steps of the same message, which may yet show records.</summary>
    public bool IsLaterPart { get; init; }

    /// <summary>The names of the tenant who speaks.</summary>
    public Gazetteer Names { get; init; } = Gazetteer.Empty;

    public Utterance Read(string text) => Model.Read(text, Values, Names);
}
