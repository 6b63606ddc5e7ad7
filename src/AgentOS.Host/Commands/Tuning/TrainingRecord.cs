using System.Security.Cryptography;
using System.Text.Json;
using AgentOS.Host.Composition;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>
/// What is known of a model's training, in a file beside it: the model itself holds no times or paths, so that the same examples give the
/// same bytes.
/// </summary>
internal sealed record TrainingRecord(string Sha256, double TrainingSeconds, string Data, string? Validation, bool LearnsValidation, int Seed, int Utterances, int Intents, int Slots, string AgentOS)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string model, TimeSpan took, TrainingFiles files, int intents, int slots)
    {
        var record = new TrainingRecord(Checksum(model), Math.Round(took.TotalSeconds, 2), files.Training.Path, files.Validation?.Path, files.Options.LearnsValidation, files.Options.Seed, files.Training.Utterances.Count, intents, slots, Product.Version);
        File.WriteAllText(PathOf(model), JsonSerializer.Serialize(record, Readable) + "\n");
    }

    /// <summary>The record of this very model; <see langword="null"/> when there is none, or one of another model.</summary>
    public static TrainingRecord? Find(string model)
    {
        try
        {
            return File.Exists(PathOf(model)) && JsonSerializer.Deserialize<TrainingRecord>(File.ReadAllBytes(PathOf(model)), Readable) is { } record && record.Sha256 == Checksum(model) ? record : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static string PathOf(string model) => model + ".training.json";

    private static string Checksum(string model)
    {
        using var file = File.OpenRead(model);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
