using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Tests.Slots;

/// <summary>A few requests in both languages, with their slots marked.</summary>
internal static class TaggingCorpus
{
    private static readonly (string Intent, string Text)[] Lines =
    [
        ("table", "book a table at [Rosewood](place) for [two](number)"),
        ("table", "book a table at [Blue Lagoon](place) for [five](number)"),
        ("table", "please book a table at [Harbour House](place) on [friday](day)"),
        ("table", "book a table at [Olive](place) for [four](number) on [monday](day)"),
        ("table", "book a seat at [The Old Mill](place) for [one](number) on [sunday](day)"),
        ("table", "get me a table at [Cedar](place) on [tuesday](day)"),
        ("table", "book a table at [Green Apple](place) for [three](number) on [friday](day)"),
        ("table", "احجز طاولة في [الواحة](place) يوم [الجمعة](day)"),
        ("table", "احجز لي طاولة في [بيت الشام](place) يوم [الاحد](day)"),
        ("table", "احجز طاولة في [لؤلؤة البحر](place) يوم [السبت](day)"),
        ("table", "احجز طاولة في [النخيل](place) يوم [السبت](day)"),
        ("song", "play [Moonlight](song) by [Nadia Karim](artist)"),
        ("song", "play [Long Road](song) by [Otis Finch](artist)"),
        ("song", "play [Amber Sky](song) by [Salma](artist)"),
        ("song", "play [Lanterns](song) by [Rami Haddad](artist)"),
        ("song", "put on [Desert Rain](song) by [Salma](artist)"),
        ("song", "play something by [Rami Haddad](artist)"),
        ("song", "شغل اغنية [ضوء القمر](song) للمطربة [نادية كريم](artist)"),
        ("song", "شغل اغنية [المطر](song) للمطرب [رامي](artist)"),
        ("stop", "stop the music"),
        ("stop", "وقف الموسيقى"),
        ("stop", "that is enough"),
    ];

    /// <summary>Every request several times, as often as a word must be seen to be learnt.</summary>
    public static IReadOnlyList<LabelledUtterance> Utterances { get; } = [.. Enumerable.Repeat(Lines, 3).SelectMany(lines => lines).Select(line =>
    {
        var marked = MarkedText.Parse(line.Text);
        return new LabelledUtterance(marked.Text, line.Intent, [.. marked.Marks.Select(m => new LabelledSlot(m.Argument, m.Start, m.End))]);
    })];
}
