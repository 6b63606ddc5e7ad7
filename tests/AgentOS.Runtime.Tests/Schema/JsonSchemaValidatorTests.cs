using System.Text.Json;
using AgentOS.Runtime.Schema;

namespace AgentOS.Runtime.Tests.Schema;

public sealed class JsonSchemaValidatorTests
{
    private const string Order = """
        {"type":"object","properties":{
          "customer":{"type":"string","minLength":1},
          "lines":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","properties":{"product":{"type":"string"},"quantity":{"type":"integer","minimum":1,"maximum":1000}},"required":["product","quantity"]}},
          "stage":{"type":"string","enum":["proposal","negotiation"]},
          "due":{"type":["string","null"],"format":"date"},
          "discount":{"anyOf":[{"type":"object","properties":{"amount":{"type":"number"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}},"required":["amount"]},{"type":"number","exclusiveMinimum":0}]},
          "free":{"type":"object","additionalProperties":{"type":"integer"}}
        },"required":["customer"]}
        """;

    [Theory]
    [InlineData("""{"customer":"c"}""")]
    [InlineData("""{"customer":"c","due":null,"stage":"proposal","discount":5.5}""")]
    [InlineData("""{"customer":"\u0643\u0648\u0646","lines":[{"product":"p","quantity":1000}],"due":"2026-11-24","discount":{"amount":1,"currency":"SAR"},"free":{"any":1}}""")]
    public void Validate_FittingValue_FindsNothing(string value) => Assert.Empty(Errors(Order, value));

    [Theory]
    [InlineData("{}", "$.customer", "'customer' is required, but missing")]
    [InlineData("""{"customer":""}""", "$.customer", "'customer' must not be empty")]
    [InlineData("""{"customer":7}""", "$.customer", "'customer' must be a string, but is 7")]
    [InlineData("""{"customer":null}""", "$.customer", "'customer' must be a string, but is null")]
    [InlineData("""{"customer":"c","lines":[]}""", "$.lines", "'lines' must have at least 1 items, but has 0")]
    [InlineData("""{"customer":"c","lines":[{"product":"p","quantity":0}]}""", "$.lines[0].quantity", "'lines[0].quantity' must be at least 1, but is 0")]
    [InlineData("""{"customer":"c","lines":[{"product":"p","quantity":1.5}]}""", "$.lines[0].quantity", "'lines[0].quantity' must be a whole number, but is 1.5")]
    [InlineData("""{"customer":"c","lines":[{"product":"p","quantity":"40"}]}""", "$.lines[0].quantity", "'lines[0].quantity' must be a whole number, but is \"40\"")]
    [InlineData("""{"customer":"c","lines":[{"product":"p","quantity":1,"qty":2}]}""", "$.lines[0].qty", "unknown argument 'qty' in 'lines[0]'; known are product, quantity")]
    [InlineData("""{"customer":"c","stage":"negotation"}""", "$.stage", "'stage' must be one of proposal, negotiation, but is \"negotation\"; did you mean 'negotiation'?")]
    [InlineData("""{"customer":"c","due":"tomorrow"}""", "$.due", "'due' must be a date such as 2026-11-24, but is \"tomorrow\"")]
    [InlineData("""{"customer":"c","due":"2026-02-30"}""", "$.due", "'due' must be a date such as 2026-11-24, but is \"2026-02-30\"")]
    [InlineData("""{"customer":"c","discount":-1}""", "$.discount", "'discount' must be more than 0, but is -1")]
    [InlineData("""{"customer":"c","discount":"5"}""", "$.discount", "'discount' must be a number or an object, but is \"5\"")]
    [InlineData("""{"customer":"c","discount":{"amount":1,"currency":"riyal"}}""", "$.discount.currency", "'discount.currency' must match the pattern ^[A-Z]{3}$, but is \"riyal\"")]
    [InlineData("""{"customer":"c","discount":{"amuont":1,"amount":1}}""", "$.discount.amuont", "unknown argument 'amuont' in 'discount'; did you mean 'amount'?")]
    [InlineData("""{"customer":"c","free":{"x":"y"}}""", "$.free.x", "'free.x' must be a whole number, but is \"y\"")]
    [InlineData("[]", "$", "The value must be an object, but is a list")]
    public void Validate_OneMistake_SaysWhereAndWhat(string value, string path, string message)
    {
        var error = Assert.Single(Errors(Order, value));

        Assert.Equal((path, message), (error.Path, error.Message));
    }

    [Fact]
    public void Validate_MisspeltArgument_IsBothUnknownAndMissing()
    {
        var errors = Errors(Order, """{"custmer":"c"}""");

        Assert.Equal([SchemaErrorKind.Unknown, SchemaErrorKind.Missing], errors.Select(e => e.Kind));
        Assert.Equal("unknown argument 'custmer'; did you mean 'customer'?", errors[0].Message);
        Assert.Equal(["custmer", "customer"], errors.Select(e => e.Argument));
    }

    [Fact]
    public void Validate_SeveralMistakes_FindsAll() =>
        Assert.Equal(
            ["$.lines[0].product", "$.lines[1].quantity", "$.stage"],
            Errors(Order, """{"customer":"c","lines":[{"quantity":1},{"product":"p","quantity":-1}],"stage":"x"}""").Select(e => e.Path).Order());

    [Theory]
    [InlineData("""{"additionalProperties":true,"type":"object","properties":{}}""", """{"x":1}""", true)]
    [InlineData("""{"type":"object"}""", """{"x":1}""", false)]
    [InlineData("""{"type":"object","properties":{"map":{"type":"object"}}}""", """{"map":{"x":1}}""", true)]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"string"}}}]}""", """{"a":"","b":""}""", true)]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"string"}}}]}""", """{"a":"","c":""}""", false)]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number","minimum":5}]}""", "3", true)]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number","minimum":5}]}""", "7", false)]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number","minimum":5}]}""", "3.5", false)]
    [InlineData("""{"const":{"a":[1]}}""", """{"a":[1]}""", true)]
    [InlineData("""{"const":{"a":[1]}}""", """{"a":[2]}""", false)]
    [InlineData("""{"not":{"type":"string"}}""", "\"x\"", false)]
    [InlineData("""{"type":"string","maxLength":2}""", "\"😀😀\"", true)]
    [InlineData("""{"type":"string","maxLength":2}""", "\"a\\u0062c\"", false)]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"00000000-0000-7000-8000-000000000001\"", true)]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"SO-1001\"", false)]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-11-24T15:00:00+03:00\"", true)]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"24/11/2026\"", false)]
    [InlineData("""{"type":"array","uniqueItems":true}""", "[1,2,1]", false)]
    [InlineData("""{"$defs":{"node":{"type":"object","properties":{"next":{"$ref":"#/$defs/node"},"v":{"type":"integer"}}}},"$ref":"#/$defs/node"}""", """{"next":{"next":{"v":1}}}""", true)]
    [InlineData("""{"$defs":{"node":{"type":"object","properties":{"next":{"$ref":"#/$defs/node"},"v":{"type":"integer"}}}},"$ref":"#/$defs/node"}""", """{"next":{"next":{"v":"1"}}}""", false)]
    [InlineData("false", "1", false)]
    [InlineData("true", "1", true)]
    public void Validate_Keyword_HoldsAsTheSpecificationSays(string schema, string value, bool valid) =>
        Assert.Equal(valid, Errors(schema, value).Count == 0);

    [Theory]
    [InlineData("""{"$ref":"#/$defs/none"}""")]
    [InlineData("""{"$ref":"https://example.com/x"}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"pattern":"("}""")]
    [InlineData("[]")]
    public void Compile_MalformedSchema_IsRefused(string schema) =>
        Assert.Throws<FormatException>(() => JsonSchemaValidator.Compile(JsonElement.Parse(schema)));

    [Fact]
    public void Validate_ClrArguments_AreHeldToTheSameSchema()
    {
        var validator = JsonSchemaValidator.Compile(JsonElement.Parse(Order));

        Assert.Empty(validator.Validate(new Dictionary<string, object?> { ["customer"] = "c", ["discount"] = 5.5m, ["due"] = null, ["lines"] = JsonElement.Parse("""[{"product":"p","quantity":1}]""") }));
        Assert.Equal("unknown argument 'custmer'; did you mean 'customer'?", validator.Validate(new Dictionary<string, object?> { ["custmer"] = "c" })[0].Message);
        Assert.Equal("'customer' must be a string, but is 7", Assert.Single(validator.Validate(new Dictionary<string, object?> { ["customer"] = 7 })).Message);
    }

    [Fact]
    public void Validate_ValidValue_AllocatesNothing()
    {
        var validator = JsonSchemaValidator.Compile(JsonElement.Parse(Order));
        var value = JsonElement.Parse("""{"customer":"Contoso","lines":[{"product":"espresso","quantity":40}],"stage":"proposal","due":"2026-11-24","discount":{"amount":5,"currency":"SAR"}}""");
        var arguments = new Dictionary<string, object?> { ["customer"] = value.GetProperty("customer"), ["lines"] = value.GetProperty("lines") };
        for (var i = 0; i < 200; i++) _ = validator.Validate(value).Count + validator.Validate(arguments).Count;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) _ = validator.Validate(value).Count + validator.Validate(arguments).Count;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Validate_AnyValueAnySchema_AgreesWithItself()
    {
        // The quick way and the explaining way must say the same of every value.
        var random = new Random(20261121);
        var values = new[] { "null", "true", "1", "1.5", "\"\"", "\"2026-11-24\"", "[]", "[1,\"x\"]", "{}", """{"a":1}""", """{"a":{"b":[]},"c":null}""" };
        var parts = new[] { """{"type":"string"}""", """{"type":["integer","null"]}""", """{"enum":[1,"x",null]}""", """{"minimum":1}""", """{"type":"object","properties":{"a":{"type":"integer"}}}""", """{"items":{"type":"integer"}}""", "true" };
        for (var round = 0; round < 2_000; round++)
        {
            var keyword = new[] { "allOf", "anyOf", "oneOf" }[random.Next(3)];
            var node = new SchemaCompiler(JsonElement.Parse($$"""{"{{keyword}}":[{{parts[random.Next(parts.Length)]}},{{parts[random.Next(parts.Length)]}}]}""")).CompileRoot();
            var value = JsonElement.Parse(values[random.Next(values.Length)]);
            var errors = new List<SchemaError>();

            node.Explain(value, "$", errors);

            Assert.Equal(node.Accepts(value), errors.Count == 0);
        }
    }

    private static IReadOnlyList<SchemaError> Errors(string schema, string value) =>
        JsonSchemaValidator.Compile(JsonElement.Parse(schema)).Validate(JsonElement.Parse(value));
}
