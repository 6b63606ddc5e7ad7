using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentOS.Tools;

/// <summary>A reference as it was said, and the record it was resolved to.</summary>
public abstract class Reference
{
    private protected Reference(string text) => Text = text;

    /// <summary>What was said: a number, a name in either script, "it", "the second one", or an id.</summary>
    public string Text { get; }

    /// <summary>The record's id once the pipeline has resolved the reference.</summary>
    public Guid? Resolved { get; private set; }

    /// <summary>The record's entity type.</summary>
    public abstract Type Entity { get; }

    /// <summary>The record's id.</summary>
    /// <exception cref="InvalidOperationException">The reference has not been resolved.</exception>
    public Guid Id => Resolved ?? throw new InvalidOperationException($"The reference '{Text}' has not been resolved.");

    /// <summary>Sets the record that the reference stands for.</summary>
    public void ResolveTo(Guid id) => Resolved = id;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A typed reference. Binding resolves it within the tenant before the tool sees it.</summary>
/// <typeparam name="T">The entity it stands for.</typeparam>
[JsonConverter(typeof(RefConverterFactory))]
[SuppressMessage("Naming", "CA1716", Justification = "Ref is the product's word for it.")]
public sealed class Ref<T>(string text) : Reference(text)
{
    /// <inheritdoc/>
    public override Type Entity => typeof(T);

    /// <summary>A reference that is resolved already.</summary>
    public static Ref<T> To(Guid id)
    {
        var reference = new Ref<T>(id.ToString());
        reference.ResolveTo(id);
        return reference;
    }
}

/// <summary>Reads and writes references as plain strings.</summary>
public sealed class RefConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Ref<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(RefConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class RefConverter<T> : JsonConverter<Ref<T>>
    {
        public override Ref<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            if (string.IsNullOrWhiteSpace(text))
                throw new JsonException("A reference is a non-empty string: a number, a name, or 'it'.");
            var reference = new Ref<T>(text.Trim());
            BindScope.Current?.Add(reference);
            return reference;
        }

        public override void Write(Utf8JsonWriter writer, Ref<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Resolved is { } id ? id.ToString() : value.Text);
    }
}
