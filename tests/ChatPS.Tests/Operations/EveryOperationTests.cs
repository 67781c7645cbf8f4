using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms;
using ChatPS.Operations;

namespace ChatPS.Tests.Operations;

/// <summary>What holds for every operation of every catalog.</summary>
public sealed class EveryOperationTests
{
    public static IEnumerable<object[]> All { get; } =
        PlatformRegistry.All.SelectMany(p => p.Catalog.Operations.Select(o => new object[] { p.Catalog.Platform, o.Id })).ToArray();

    [Theory]
    [MemberData(nameof(All))]
    public void Its_parameters_have_names_of_their_own(string platform, string id)
    {
        var arguments = OperationArguments.Of(OperationCatalog.Load(platform)[id]);
        var names = arguments.SelectMany(a => a.Aliases.Prepend(a.Name)).ToArray();

        Assert.Equal(OperationCatalog.Load(platform)[id].Parameters.Count, arguments.Count);
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(arguments, a => Assert.Matches("^[A-Z][A-Za-z0-9]*$", a.Name));
        // The engine's and the cmdlet's own parameters stay what they are.
        Assert.DoesNotContain(names, name => System.Management.Automation.Cmdlet.CommonParameters.Contains(name)
            || System.Management.Automation.Cmdlet.OptionalCommonParameters.Contains(name)
            || typeof(InvokeChatOperationCommand).GetProperty(name) is not null);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_request_is_made_of_values_of_its_types(string platform, string id)
    {
        var operation = OperationCatalog.Load(platform)[id];
        var request = OperationSamples.Filled(operation).Build();

        Assert.Equal(operation.Method, request.Method);
        var template = operation.Path.TrimStart('/').Split('/');
        var path = request.Path.Split('/');
        Assert.Equal(template.Length, path.Length);
        Assert.All(template.Zip(path), pair => Assert.Equal(Filled(operation, pair.First), Uri.UnescapeDataString(pair.Second)));
        Assert.Equal(
            operation.Parameters.Where(p => p.In == ParameterPlace.Query)
                .SelectMany(p => (p.Repeats ? Text(p).Split(',') : [Text(p)]).Select(text => (p.Name, text))).Order(),
            request.Query.Select(q => (q.Key, q.Value)).Order());
        CheckBody(operation, request.Body);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_numbers_take_nothing_else(string platform, string id) =>
        Assert.All(
            OperationArguments.Of(OperationCatalog.Load(platform)[id]).Where(a => a.Parameter.Type is "integer" or "number"),
            a => Assert.ThrowsAny<System.Management.Automation.PSInvalidCastException>(() =>
                System.Management.Automation.LanguagePrimitives.ConvertTo("many", a.Type, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(All))]
    public void What_it_needs_is_named_when_it_is_missing(string platform, string id)
    {
        var operation = OperationCatalog.Load(platform)[id];
        var needed = OperationArguments.Of(operation).Where(a => a.IsNeeded).ToArray();
        Assert.All(needed, missing =>
        {
            var error = Assert.Throws<ChatException>(() => OperationSamples.Filled(operation, a => a != missing).Build());
            Assert.Equal(ChatErrorReason.InvalidRequest, error.Reason);
            Assert.Contains(missing.Parameter.Name, error.Message, StringComparison.Ordinal);
            Assert.Contains("-" + missing.Name, error.Advice, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_own_path_leads_back_to_it(string platform, string id)
    {
        var catalog = OperationCatalog.Load(platform);
        var operation = catalog[id];
        // Two entries may share one path; nobody can tell them apart by it.
        Assert.Equal(operation.Path, catalog.Match(operation.Method, operation.Path.Replace("{", "x", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))!.Path, PathShape.Instance);
    }

    /// <summary>A segment of a template with its parameters' values in it.</summary>
    private static string Filled(Operation operation, string segment) => operation.Parameters.Where(p => p.In == ParameterPlace.Path)
        .Aggregate(segment, (text, parameter) => text.Replace($"{{{parameter.Name}}}", Text(parameter), StringComparison.Ordinal));

    private static void CheckBody(Operation operation, ApiBody? body)
    {
        var members = operation.Parameters.Where(p => p.In == ParameterPlace.Body).ToArray();
        if (operation is { BodyType: null } && members.Length == 0 && operation.Media is null)
        {
            Assert.Null(body);
            return;
        }
        switch (operation)
        {
            case { BodyType: "file" }:
                Assert.Equal([1, 2, 3], Assert.IsType<RawBody>(body).Content);
                break;
            case { Media: "application/x-www-form-urlencoded" }:
                Assert.Equal(members.Select(p => (p.Name, Text(p))).Order(), Assert.IsType<FormBody>(body).Fields.Select(f => (f.Key, f.Value)).Order());
                break;
            case { Media: "multipart/related" }:
                var related = Assert.IsType<RelatedBody>(body);
                Assert.Equal(members.Select(p => p.Name).Order(), related.Parts.Select(p => p.Key).Concat(related.Files.Select(f => f.Field)).Order());
                break;
            case { Media: not null }:
                var form = Assert.IsType<MultipartBody>(body);
                Assert.Equal(
                    members.Select(p => p.Name).Order(),
                    form.Fields.Select(f => f.Key).Concat(form.Files.Select(f => f.Field)).Order());
                Assert.Equal(members.Where(p => p.Type == "file").Select(p => p.Name).Order(), form.Files.Select(f => f.Field).Order());
                break;
            case { BodyType: { } type } when type.StartsWith("array<", StringComparison.Ordinal):
                CheckItems(type, Assert.IsType<JsonArray>(Assert.IsType<JsonBody>(body).Value));
                break;
            case { BodyType: "number" or "integer" }:
                Assert.Equal("3", Assert.IsType<JsonBody>(body).Value!.ToJsonString());
                break;
            default:
                var sent = Assert.IsType<JsonObject>(Assert.IsType<JsonBody>(body).Value);
                Assert.Equal(members.Select(p => p.Name).Order(), sent.Select(m => m.Key).Where(name => operation.BodyType is null || name != "key").Order());
                Assert.All(members, p => Assert.Equal(Kind(p), sent[p.Name]!.GetValueKind()));
                Assert.All(members.Where(p => sent[p.Name] is JsonArray), p => CheckItems(p.Type, (JsonArray)sent[p.Name]!));
                Assert.All(members.Where(p => p.Type is "integer"), p => Assert.True(sent[p.Name]!.AsValue().TryGetValue<long>(out _)));
                Assert.All(members.Where(p => p.Enum.Count > 0), p => Assert.Equal(
                    p.Enum[0], (sent[p.Name] is JsonArray items ? items[0] : sent[p.Name])!.GetValue<string>()));
                break;
        }
    }

    /// <summary>What a list holds is of the kind that its type names.</summary>
    private static void CheckItems(string type, JsonArray items)
    {
        Assert.NotEmpty(items);
        JsonValueKind? kind = type["array<".Length..^1] switch
        {
            "string" => JsonValueKind.String,
            "object" => JsonValueKind.Object,
            "integer" or "number" => JsonValueKind.Number,
            _ => null,
        };
        if (kind is not null)
            Assert.All(items, item => Assert.Equal(kind, item!.GetValueKind()));
    }

    private static JsonValueKind Kind(OperationParameter parameter) => parameter.Type switch
    {
        "integer" or "number" => JsonValueKind.Number,
        "boolean" => JsonValueKind.False,
        "object" => JsonValueKind.Object,
        var array when array.StartsWith("array<", StringComparison.Ordinal) => JsonValueKind.Array,
        _ => JsonValueKind.String,
    };

    private static string Text(OperationParameter parameter) => parameter.Type switch
    {
        _ when parameter.Enum.Count > 0 => parameter.Enum[0],
        "integer" => "7",
        "number" => "1.5",
        "boolean" => "false",
        "array<string>" => "x,y",
        _ => "a b/c?d",
    };

    /// <summary>Paths are the same when they differ in nothing but what their parameters are called.</summary>
    private sealed class PathShape : IEqualityComparer<string>
    {
        public static PathShape Instance { get; } = new();

        public bool Equals(string? x, string? y) => Shape(x!) == Shape(y!);

        public int GetHashCode(string obj) => Shape(obj).GetHashCode(StringComparison.Ordinal);

        private static string Shape(string path) => string.Join('/', path.Split('/').Select(s => s.Contains('{') ? "{}" : s));
    }
}
