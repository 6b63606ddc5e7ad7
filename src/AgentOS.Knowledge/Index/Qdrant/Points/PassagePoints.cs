using AgentOS.Knowledge.Index.Embedded;
using AgentOS.Knowledge.Index.Qdrant.Statistics;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Points;

/// <summary>Makes points of passages, and passages of points.</summary>
internal static class PassagePoints
{
    /// <summary>Stands where there is no owner.</summary>
    public const string Everyone = "everyone";

    /// <summary>Makes the point of a passage.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="document">Its document.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="terms">Its terms, counted.</param>
    /// <param name="averageLength">How many terms the collection's passages have on average, as far as is known; the second stage weighs anew by what it is at the time of asking.</param>
    /// <param name="vector">Its vector; empty where it has none.</param>
    public static Point Make(Guid tenant, DocumentInfo document, Passage passage, PassageTerms terms, double averageLength, ReadOnlyMemory<float> vector) =>
        new(
            PointId.Of(tenant, passage.Id),
            new PointVectors { Text = vector.IsEmpty ? (ReadOnlyMemory<float>?)null : vector, Words = WordVector.Of(terms.Times.Select(term => (term.Key, Bm25.Usual.Part(term.Value, terms.Length, Math.Max(averageLength, 1))))) },
            new PassagePayload
            {
                Tenant = tenant,
                Collection = document.Collection,
                Document = document.Id,
                Passage = passage.Id,
                Number = passage.Number,
                Text = passage.Text,
                Headings = passage.Headings,
                Place = passage.Place,
                Language = passage.Language,
                Labels = document.Labels,
                ValidFrom = (document.ValidFrom ?? DateOnly.MinValue).DayNumber,
                ValidUntil = (document.ValidUntil ?? DateOnly.MaxValue).DayNumber,
                Owner = document.Owner?.ToString() ?? Everyone,
                Source = document.Source,
                Title = document.Title,
                DocumentLanguage = document.Language,
                ContentHash = document.ContentHash,
                ReadAt = document.ReadAt,
                PassageCount = document.PassageCount,
                Length = terms.Length,
                Terms = [.. terms.Times.Keys],
            });

    public static Passage Passage(PassagePayload payload) => new()
    {
        Id = payload.Passage ?? Guid.Empty,
        Document = payload.Document ?? Guid.Empty,
        Number = payload.Number ?? 0,
        Text = payload.Text ?? "",
        Headings = payload.Headings ?? [],
        Place = payload.Place ?? "",
        Language = payload.Language ?? "",
    };

    public static DocumentInfo Document(PassagePayload payload) => new()
    {
        Id = payload.Document ?? Guid.Empty,
        Collection = payload.Collection ?? "",
        Source = payload.Source ?? "",
        Title = payload.Title ?? "",
        Language = payload.DocumentLanguage ?? "",
        Labels = payload.Labels ?? [],
        ValidFrom = Day(payload.ValidFrom, open: DateOnly.MinValue),
        ValidUntil = Day(payload.ValidUntil, open: DateOnly.MaxValue),
        Owner = Guid.TryParse(payload.Owner, out var owner) ? owner : null,
        ContentHash = payload.ContentHash ?? "",
        ReadAt = payload.ReadAt ?? default,
        PassageCount = payload.PassageCount ?? 0,
    };

    private static DateOnly? Day(int? number, DateOnly open) => number is not { } day || day == open.DayNumber ? null : DateOnly.FromDayNumber(day);
}
