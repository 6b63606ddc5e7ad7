using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgentOS.Postgres.Session;

/// <summary>Keeps an enum as its snake_case name, so that the database can be read without the code.</summary>
internal sealed class EnumText<T> : ValueConverter<T, string>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => SnakeCase.Of(v.ToString()));
    private static readonly Dictionary<string, T> Values = Texts.ToDictionary(t => t.Value, t => t.Key);

    public EnumText()
        : base(value => Texts[value], text => Values[text])
    {
    }
}
