using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Repos;

/// <summary>Gets the repositories that you belong to, with the rooms they have.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRepo", SupportsPaging = true)]
[OutputType(typeof(ChatRepo))]
public sealed class GetChatRepoCommand : GetCmdlet
{
    /// <summary>Names of repositories, with their owners, or patterns that fit them. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Words for the platform's own search.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    private protected override void Process()
    {
        var (repos, search) = (Require<IRepoReader>(), Search);
        if (Name is null)
        {
            WriteList((window, context) => repos.ListAsync(search, window, context));
            return;
        }
        foreach (var name in Name)
            Guard(name, () => WriteNamed(repos, name));
    }

    private void WriteNamed(IRepoReader repos, string name)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        var count = WriteList((window, context) => repos.ListAsync(Search, window, context), repo => pattern.IsMatch(repo.Name));
        if (count == 0 && First != 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            throw new ChatException(ChatErrorReason.NotFound, $"There is no repository '{name}' among yours.") { Advice = "Get-ChatRepo lists them." };
    }
}
