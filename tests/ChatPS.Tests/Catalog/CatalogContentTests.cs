using System.Reflection;
using System.Text.RegularExpressions;
using ChatPS.Client.Catalog;

namespace ChatPS.Tests.Catalogs;

public partial class CatalogContentTests
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly string[] Scalars = ["string", "integer", "number", "boolean", "object", "any", "file"];

    // Embedded in the client; a platform added later is tested by being there.
    public static TheoryData<string> Platforms { get; } =
        [.. typeof(OperationCatalog).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".operations.json", StringComparison.Ordinal))
            .Select(name => name.Split('.')[0])];

    [Theory]
    [InlineData("Gitter", 79)]
    [InlineData("Hathora", 134)] // 71 of today, 63 older versions
    [InlineData("Heroku", 328)] // 305 of today, 23 that only the client of 2015 has
    [InlineData("Mattermost", 603)] // 604 facts, one of which stands twice
    public void Catalog_holds_every_operation_of_the_facts(string platform, int count) =>
        Assert.Equal(count, OperationCatalog.Load(platform).Operations.Count);

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Constants_are_the_ids(string platform)
    {
        var constants = typeof(OperationCatalog).Assembly
            .GetType($"ChatPS.Client.Platforms.{platform}.{platform}Operations", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static);

        Assert.All(constants, constant => Assert.Equal(constant.Name, constant.GetRawConstantValue()));
        Assert.Equal(OperationCatalog.Load(platform).Operations.Select(o => o.Id), constants.Select(c => c.Name));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Ids_differ_by_more_than_case(string platform) =>
        AssertNone(OperationCatalog.Load(platform).Operations
            .GroupBy(o => o.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Placeholders_are_the_path_parameters_and_required(string platform)
    {
        foreach (var operation in OperationCatalog.Load(platform).Operations)
        {
            var parameters = operation.Parameters.Where(p => p.In == ParameterPlace.Path).ToList();
            Assert.Equal(
                Placeholder().Matches(operation.Path).Select(m => m.Groups[1].Value).Order(),
                parameters.Select(p => p.Name).Order());
            Assert.All(parameters, p => Assert.True(p.Required, $"{operation.Id} {p.Name}"));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Parameters_stand_once_in_each_place(string platform) =>
        AssertNone(from o in OperationCatalog.Load(platform).Operations
                   from twice in o.Parameters.GroupBy(p => (p.In, p.Name)).Where(g => g.Count() > 1)
                   select $"{o.Id} {twice.Key}");

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Methods_and_paths_are_plain(string platform) =>
        Assert.All(OperationCatalog.Load(platform).Operations, operation =>
        {
            Assert.Contains(operation.Method, Methods);
            Assert.Matches("^/[^?# ]+$", operation.Path);
        });

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Types_are_of_the_closed_list(string platform)
    {
        var operations = OperationCatalog.Load(platform).Operations;
        AssertNone(operations.SelectMany(o => o.Parameters, (o, p) => $"{o.Id}.{p.Name}:{p.Type}").Where(s => !IsKnown(s.Split(':')[1])));
        AssertNone(operations.Where(o => o.BodyType is not null && !IsKnown(o.BodyType)).Select(o => $"{o.Id}:{o.BodyType}"));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Wrapped_answers_name_their_items(string platform) =>
        AssertNone(OperationCatalog.Load(platform).Operations
            .Where(o => o.Kind is ResultKind.Wrapped or ResultKind.Posts && o.Items is null).Select(o => o.Id));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Only_what_may_be_a_list_is_paged(string platform) =>
        AssertNone(OperationCatalog.Load(platform).Operations
            .Where(o => o.Paging is not null && o.Kind is not (ResultKind.List or ResultKind.Wrapped or ResultKind.Posts or ResultKind.Unknown))
            .Select(o => o.Id));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_body_is_either_whole_or_made_of_members(string platform) =>
        AssertNone(OperationCatalog.Load(platform).Operations
            .Where(o => o.BodyType is not null && o.Parameters.Any(p => p.In == ParameterPlace.Body)).Select(o => o.Id));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Files_travel_as_something_else_than_json(string platform) =>
        AssertNone(OperationCatalog.Load(platform).Operations
            .Where(o => o.Media is null && (o.BodyType == "file" || o.Parameters.Any(p => p.Type == "file"))).Select(o => o.Id));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Hosts_are_named_by_the_catalog(string platform)
    {
        var catalog = OperationCatalog.Load(platform);
        Assert.All(catalog.Operations.Where(o => o.Host is not null), o => Assert.Contains(o.Host!, catalog.Hosts));
    }

    // The words that give a write away; a read that carries one has to be looked at and named here.
    [Theory]
    [MemberData(nameof(Platforms))]
    public void No_write_passes_for_a_read(string platform) =>
        AssertNone(OperationCatalog.Load(platform).Operations
            .Where(o => o.IsRead && WriteWord().IsMatch(o.Id)).Select(o => o.Id));

    private static void AssertNone(IEnumerable<string> offenders) => Assert.Empty(offenders);

    private static bool IsKnown(string type) =>
        Scalars.Contains(type) || (ElementType().Match(type) is { Success: true } element && IsKnown(element.Groups[1].Value));

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^array<(.+)>$")]
    private static partial Regex ElementType();

    [GeneratedRegex("^(Add(?!On[A-Z])|Create|Delete|Patch|Post|Remove|Restore|Reveal|Revoke|Save|Send|Set|Update|Upload)(?=[A-Z])")]
    private static partial Regex WriteWord();
}
