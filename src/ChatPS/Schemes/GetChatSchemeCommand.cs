using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Schemes;

/// <summary>Gets permission schemes: those that are named, those whose names fit a pattern, or all.</summary>
[Cmdlet(VerbsCommon.Get, "ChatScheme", SupportsPaging = true)]
[OutputType(typeof(ChatScheme))]
public sealed class GetChatSchemeCommand : GetCmdlet
{
    /// <summary>The schemes: ids, names, objects, or patterns that fit a name. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SchemeId", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SchemeCompleter))]
    public SchemeIdentity[]? Scheme { get; set; }

    /// <summary>Only schemes of teams (Team), or only those of rooms (Room).</summary>
    [Parameter]
    [ValidateSet("Team", "Room")]
    public string? Scope { get; set; }

    private protected override void Process()
    {
        foreach (var scheme in Scheme ?? [null!])
        {
            Guard(scheme, () =>
            {
                var schemes = Require<ISchemeReader>(scheme);
                var scope = SchemeScopes.Of(Scope);
                WriteItems(
                    scheme is null ? null : [scheme],
                    (window, context) => schemes.ListAsync(scope, window, context),
                    schemes.GetAsync,
                    found => [found.Name, found.DisplayName]);
            });
        }
    }
}
