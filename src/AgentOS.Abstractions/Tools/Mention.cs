namespace AgentOS.Tools;

/// <summary>A record that a view speaks of, so that "it" and "the second one" can refer to it afterwards.</summary>
/// <param name="Entity">The entity's name, such as <c>Lead</c>.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Label">How people call it: its number and name.</param>
public sealed record Mention(string Entity, Guid Id, string Label);

/// <summary>A view that says which records it speaks of, in the order they are shown.</summary>
public interface IMentions
{
    /// <summary>The records, first the one that "it" means; not part of the view's JSON.</summary>
    IEnumerable<Mention> Mentions();
}
