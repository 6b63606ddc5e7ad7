using System.Collections.Concurrent;

namespace AgentOS.Knowledge.Answers;

/// <summary>The readings of the passages that questions have met lately, so that none is taken apart for each question anew.</summary>
internal sealed class PassageReadings
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<Guid, (string Text, string Title, PassageReading Reading)> readings = new();

    public ReadPassage Of(FoundPassage found)
    {
        var (passage, title) = (found.Passage, found.Document.Title);
        if (readings.TryGetValue(passage.Id, out var kept) && kept.Text == passage.Text && kept.Title == title) return new ReadPassage(found, kept.Reading);
        if (readings.Count >= Most) readings.Clear();
        var reading = new PassageReading(passage, title);
        readings[passage.Id] = (passage.Text, title, reading);
        return new ReadPassage(found, reading);
    }
}
