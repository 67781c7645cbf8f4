using System.Collections;
using System.Management.Automation;
using System.Reflection;
using ChatPS.Common;
using ChatPS.Tests.Cmdlets;

namespace ChatPS.Tests.Conventions;

/// <summary>Every cmdlet has its page, the compiled help says the same, and the engine finds it.</summary>
public sealed class HelpTests(HelpTests.EngineHelp engine) : IClassFixture<HelpTests.EngineHelp>
{
    private static readonly string[] Exported = [.. typeof(ChatCmdlet).Assembly.GetTypes()
        .Select(t => t.GetCustomAttribute<CmdletAttribute>()).OfType<CmdletAttribute>().Select(a => $"{a.VerbName}-{a.NounName}").Order()];

    public static TheoryData<string> Names => [.. Exported];

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet() => Assert.Equal(Exported, HelpPage.Pages.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_describes_everything(string name)
    {
        var page = HelpPage.Pages[name];
        Assert.DoesNotContain("{{", File.ReadAllText(Path.Combine(HelpPage.Folder, name + ".md")), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', page.Synopsis);
        Assert.EndsWith(".", page.Synopsis, StringComparison.Ordinal);
        Assert.NotEmpty(page.Description);
        Assert.Equal(engine.ParametersOf(name).Order(), page.Parameters.Keys.Order());
        Assert.Equal(engine.SyntaxOf(name).Order(), page.Syntax.Order());
        Assert.All(page.Parameters, p => Assert.EndsWith(".", p.Value, StringComparison.Ordinal));
        Assert.True(page.Examples.Count >= 2, "two examples");
        Assert.All(page.Examples, e => Assert.NotEmpty(e.Remarks));
        Assert.All(page.Examples, e => Assert.Contains(name, e.Code, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(page.Links);
        Assert.All(page.Links, l => Assert.True(File.Exists(Path.Combine(HelpPage.Folder, l)), l));
    }

    /// <summary>When this fails, run docs/Update-Help.ps1 and build again.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_compiled_help_is_up_to_date(string name)
    {
        var (page, compiled) = (HelpPage.Pages[name], HelpPage.Compiled[name]);
        Assert.Equal(page.Synopsis, compiled.Synopsis);
        Assert.Equal(page.Description, compiled.Description);
        Assert.Equal(page.Parameters.OrderBy(p => p.Key), compiled.Parameters.OrderBy(p => p.Key));
        Assert.Equal(page.Examples, compiled.Examples);
        Assert.Equal(page.Links, compiled.Links);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Get_Help_shows_it(string name)
    {
        var page = HelpPage.Pages[name];
        var help = engine.HelpOf(name);
        Assert.Equal(page.Synopsis, Text(help, "Synopsis"));
        Assert.Equal(page.Description, string.Join("\n\n", Texts(help, "description")));
        Assert.All(page.Parameters, p => Assert.Equal(p.Value, string.Join("\n\n",
            Texts(Items(help, "parameters", "parameter").Single(shown => Text(shown, "name") == p.Key), "description"))));
        Assert.Equal(page.Examples.Select(e => e.Code), Items(help, "examples", "example").Select(e => Text(e, "code")));
        Assert.Equal(page.Examples.Select(e => e.Remarks), Items(help, "examples", "example").Select(e => string.Join("\n\n", Texts(e, "remarks")).Trim()));
    }

    [Theory]
    [InlineData("about_ChatPS")]
    [InlineData("about_ChatPS_Sandbox")]
    [InlineData("about_ChatPS_RateLimits")]
    public void About_topics_are_found_and_up_to_date(string topic)
    {
        var shown = Words(engine.Run("Get-Help $args[0]", topic).Single().ToString()).ToArray();
        var written = File.ReadAllText(Path.Combine(HelpPage.Folder, topic + ".md")).Replace("```powershell", "", StringComparison.Ordinal);
        Assert.Equal(Words("TOPIC " + written), shown, StringComparer.OrdinalIgnoreCase);

        // The marks of the markup are all that the plain text leaves out.
        static IEnumerable<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Replace("`", "", StringComparison.Ordinal)).Where(w => w.Trim('#').Length > 0);
    }

    private static IEnumerable<PSObject> Items(PSObject help, string parent, string child) =>
        LanguagePrimitives.GetEnumerable(Of(Of(help, parent), child) is IList many ? many : new[] { Of(Of(help, parent), child) })!
            .Cast<object>().Select(PSObject.AsPSObject);

    private static IEnumerable<string> Texts(PSObject help, string property) =>
        ((IEnumerable)Of(help, property)!).Cast<object>().Select(p => Text(PSObject.AsPSObject(p), "Text"));

    private static string Text(PSObject help, string property) => Of(help, property)?.ToString()?.Trim() ?? "";

    private static object? Of(object? item, string property) => item is null ? null : PSObject.AsPSObject(item).Properties[property]?.Value;

    /// <summary>One shell for all that is only read.</summary>
    public sealed class EngineHelp : IDisposable
    {
        private readonly Shell _shell = new();

        internal IReadOnlyList<PSObject> Run(string script, params object?[] arguments)
        {
            lock (_shell)
                return _shell.RunClean(script, arguments);
        }

        internal PSObject HelpOf(string name) => Run("Get-Help $args[0] -Full", name).Single();

        /// <summary>The cmdlet's own parameters, without those that all cmdlets have.</summary>
        internal IEnumerable<string> ParametersOf(string name) =>
            Run("(Get-Command $args[0]).Parameters.Keys", name).Select(p => p.ToString()).Except(Cmdlet.CommonParameters);

        internal IEnumerable<string> SyntaxOf(string name) =>
            Run("(Get-Command $args[0]).ParameterSets", name).Select(s => $"{name} {s}");

        public void Dispose() => _shell.Dispose();
    }
}
