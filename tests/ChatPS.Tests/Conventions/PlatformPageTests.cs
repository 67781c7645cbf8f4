using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;
using ChatPS.Client.Catalog;
using ChatPS.Client.Platforms.Heroku;
using ChatPS.Common;
using ChatPS.Operations;
using ChatPS.Tests.Cmdlets;

namespace ChatPS.Tests.Conventions;

/// <summary>What docs/platforms tells of a platform is so.</summary>
[Collection(SharedState.Name)]
public sealed partial class PlatformPageTests
{
    private const string AnyOperation = "Invoke-ChatOperation";

    private static readonly string Folder = Path.Combine(StagedModule.RepoRoot, "docs", "platforms");

    private static readonly Dictionary<string, Type> Cmdlets = typeof(ChatCmdlet).Assembly.GetTypes()
        .Where(t => t.IsDefined(typeof(CmdletAttribute)))
        .ToDictionary(t => t.GetCustomAttribute<CmdletAttribute>()!, t => t)
        .ToDictionary(p => $"{p.Key.VerbName}-{p.Key.NounName}", p => p.Value);

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_cmdlet_it_names_is_there(string page) =>
        Assert.Equal([], CmdletName().Matches(Text(page)).Select(m => m.Value).Distinct().Except(Cmdlets.Keys).Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_row_leads_from_a_method_by_a_cmdlets_parameters_to_an_operation(string page)
    {
        var catalog = CatalogOf(page);
        var called = Called(page);
        Assert.All(Rows(page, "| Method | Cmdlet | Operation |"), row =>
        {
            Assert.Equal(3, row.Length);
            Assert.Matches(@"^[\w.]+$", row[0]);
            var calls = InlineCode().Matches(row[1]).Select(m => m.Groups["code"].Value).ToArray();
            Assert.NotEmpty(calls);
            Assert.Equal(row[1], string.Join(", ", calls.Select(c => $"`{c}`")));
            foreach (var call in calls)
            {
                var words = call.Split(' ');
                Assert.Contains(words[0], Cmdlets.Keys);
                Assert.Empty(words[1..].Except(Cmdlets[words[0]].GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute))).Select(p => "-" + p.Name)));
            }
            Assert.True(catalog.TryGet(row[2], out _), $"{row[0]}: there is no operation {row[2]}");
            // What no resource calls has no cmdlet of its own, and what one does has.
            Assert.True(called.Contains(row[2]) == (calls is not [AnyOperation]), $"{row[0]}: whether a resource calls {row[2]}");
        });
    }

    [Fact]
    public void Heroku_has_each_of_the_99_methods_of_the_client_of_2015_once()
    {
        var methods = Rows("heroku", "| Method | Cmdlet | Operation |").Select(row => row[0]).ToArray();
        Assert.Equal(99, methods.Length);
        Assert.Equal(methods, methods.Distinct());
        // What Heroku has dropped since is in the catalog by the method's own name.
        var dropped = CatalogOf("heroku").Operations.Where(o => o.IsDeprecated && o.Id != "SourceCreateDeprecated").Select(o => o.Id);
        Assert.Empty(dropped.Except(methods));
    }

    [Fact]
    public void Hathora_has_a_row_for_each_operation_of_its_SDK_and_a_cmdlet_for_each_of_today()
    {
        var rows = Rows("hathora", "| Method | Cmdlet | Operation |");
        var catalog = CatalogOf("hathora");
        Assert.Equal(catalog.Operations.Select(o => o.Id).Order(), rows.Select(row => row[2]).Order());
        Assert.Equal(
            rows.Where(row => !catalog[row[2]].IsDeprecated).Select(row => row[2]),
            rows.Where(row => !catalog[row[2]].IsDeprecated && row[1] != $"`{AnyOperation}`").Select(row => row[2]));
    }

    [Fact]
    public void Gitter_has_each_of_its_operations_once()
    {
        var rows = Rows("gitter", "| Method | Cmdlet | Operation |");
        Assert.Equal(CatalogOf("gitter").Operations.Select(o => o.Id).Order(), rows.Select(row => row[2]).Order());
        Assert.All(rows, row => Assert.Equal(row[2], char.ToUpperInvariant(row[0][0]) + row[0][1..]));
    }

    [Fact]
    public void HipChat_has_each_of_its_operations_once_and_first_those_of_the_Go_client()
    {
        var rows = Rows("hipchat", "| Method | Cmdlet | Operation |");
        Assert.Equal(CatalogOf("hipchat").Operations.Select(o => o.Id).Order(), rows.Select(row => row[2]).Order());
        Assert.Equal(
            [
                "ListRooms", "CreateRoom", "GetRoom", "UpdateRoom", "DeleteRoom", "InviteUser", "GetRoomMembers", "AddRoomMember", "RemoveRoomMember",
                "SendRoomMessage", "GetRoomParticipants", "ReplyToRoomMessage", "ShareLinkWithRoom", "GetRoomStatistics", "SetRoomTopic", "ShareFile",
            ],
            rows.Select(row => row[0]).Where(name => char.IsUpper(name[0])));
        Assert.All(rows.Where(row => char.IsLower(row[0][0])), row => Assert.Equal(row[2], char.ToUpperInvariant(row[0][0]) + row[0][1..]));
    }

    [Fact]
    public void Mattermost_has_each_of_its_operations_once_and_first_those_with_cmdlets()
    {
        var rows = Rows("mattermost", "| Method | Cmdlet | Operation |");
        Assert.Equal(CatalogOf("mattermost").Operations.Select(o => o.Id).Order(), rows.Select(row => row[2]).Order());
        Assert.All(rows, row => Assert.Equal(row[2], row[0]));
        Assert.All(rows.SkipWhile(row => row[1] != $"`{AnyOperation}`"), row => Assert.Equal($"`{AnyOperation}`", row[1]));
    }

    [Fact]
    public void Mattermost_has_each_command_of_mmctl_once_and_what_takes_its_place_is_there()
    {
        var rows = Rows("mattermost", "| mmctl | ChatPS |");
        Assert.Equal(176, rows.Length);
        Assert.Equal(
            [
                "auth", "bot", "channel", "command", "completion", "compliance-export", "config", "cpa", "docs", "export", "extract", "group", "import", "integrity",
                "job", "ldap", "license", "logs", "oauth", "packet-pull", "permissions", "plugin", "post", "roles", "saml", "sampledata", "system", "team", "token",
                "user", "version", "webhook", "websocket",
            ],
            rows.Select(row => row[0].Split(' ')[0]).Distinct());
        Assert.Equal(rows.Select(row => row[0]), rows.Select(row => row[0]).Distinct());
        Assert.All(rows, row => Assert.All(
            InlineCode().Matches(row[1]).Select(m => m.Groups["code"].Value).Where(code => CmdletName().IsMatch(code)),
            code => AssertIsThere(CatalogOf("mattermost"), code)));
    }

    [Fact]
    public void Herokus_errors_are_explained_as_the_page_says() =>
        Assert.All(Rows("heroku", "| id | reason | what to do |"), row => Assert.All(InlineCode().Matches(row[0]), id =>
            Assert.Equal((row[1], row[2]), HerokuErrors.Explain(id.Groups["code"].Value) is var (reason, advice) ? ($"{reason}", advice!) : default)));

    /// <summary>When this fails, a group has got its first cmdlet, or lost its last one.</summary>
    [Theory]
    [InlineData("heroku")]
    [InlineData("mattermost")]
    public void Groups_without_cmdlets_are_named(string page)
    {
        var called = Called(page);
        var without = CatalogOf(page).Operations.GroupBy(o => o.Group).Where(g => !g.Any(o => called.Contains(o.Id))).Select(g => g.Key);
        var named = Rows(page, "| what for | groups |").SelectMany(row => InlineCode().Matches(row[1]).Select(m => m.Groups["code"].Value));
        Assert.Equal(without.Order(), named.Order());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_examples_run(string page)
    {
        foreach (var code in HelpPage.CodeOf(Text(page)))
        {
            using var shell = new Shell();
            try
            {
                shell.RunClean("$null = Start-ChatSandbox -Size Small; Connect-ChatService -Sandbox -Platform $args[0]", CatalogOf(page).Platform);
                shell.RunClean(code);
            }
            finally
            {
                shell.Run("Stop-ChatSandbox");
            }
        }
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Folder, page + ".md")).ReplaceLineEndings("\n");

    private static OperationCatalog CatalogOf(string page) => OperationCatalog.Load($"{Enum.Parse<ChatPlatform>(page, ignoreCase: true)}");

    /// <summary>The cells of a table's rows.</summary>
    private static string[][] Rows(string page, string heading)
    {
        var lines = Text(page).Split('\n');
        var start = Array.IndexOf(lines, heading);
        Assert.True(start >= 0, $"no table {heading}");
        var rows = lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => CellEnd().Split(line.Trim('|')).Select(cell => cell.Trim().Replace(@"\|", "|", StringComparison.Ordinal)).ToArray()).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain("", row));
        return rows;
    }

    /// <summary>Each cmdlet of a pipeline exists, and has the parameters that are given to it.</summary>
    private static void AssertIsThere(OperationCatalog catalog, string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        Assert.Empty(errors);
        foreach (var command in script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
        {
            // What the engine has itself is not ours to check.
            if (!Cmdlets.TryGetValue(command.GetCommandName(), out var type))
            {
                Assert.DoesNotContain("-Chat", command.GetCommandName(), StringComparison.Ordinal);
                continue;
            }
            var known = type.GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute))).Select(p => p.Name);
            if (type.GetCustomAttribute<CmdletAttribute>()!.SupportsPaging)
                known = known.Append("First");
            if (command.GetCommandName() == AnyOperation)
                known = known.Concat(OperationArguments.Of(catalog[command.CommandElements[1].Extent.Text]).Select(argument => argument.Name));
            var given = command.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName);
            Assert.True(!given.Except(known).Any(), $"{code}: there is no -{string.Join(", -", given.Except(known))}");
        }
    }

    /// <summary>The operations that the platform's classes name.</summary>
    private static HashSet<string> Called(string page)
    {
        var catalog = CatalogOf(page);
        var sources = Directory.GetFiles(Path.Combine(StagedModule.RepoRoot, "src", "ChatPS.Client", "Platforms", catalog.Platform), "*.cs")
            .Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal)).Select(File.ReadAllText);
        return [.. sources.SelectMany(text => Word().Matches(text).Select(m => m.Value)).Where(word => catalog.TryGet(word, out var operation) && operation.Id == word)];
    }

    [GeneratedRegex(@"\b[A-Z][a-z]+-Chat[A-Z]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex CmdletName();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"\b[A-Z]\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
