using System.Management.Automation;
using ChatPS.Client.Catalog;
using ChatPS.Client.Platforms;
using ChatPS.Common;
using ChatPS.Sessions;

namespace ChatPS.Operations;

/// <summary>Lists what the platforms' APIs offer, whether or not this module has a cmdlet of its own for it. Needs no session.</summary>
[Cmdlet(VerbsCommon.Get, "ChatOperation")]
[OutputType(typeof(ChatOperation))]
public sealed class GetChatOperationCommand : ChatCmdlet
{
    /// <summary>The operations' ids or patterns of them; left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Operation")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OperationCompleter))]
    public string[]? Id { get; set; }

    /// <summary>The platforms to look at; left out, the one of the runspace's default session, or all when there is no session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public ChatPlatform[]? Platform { get; set; }

    /// <summary>Words that the operation's id, group or path shall have, every one of them somewhere.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Only operations that the platform files under one of these; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Group { get; set; }

    /// <summary>Only operations of these HTTP methods.</summary>
    [Parameter]
    [ValidateSet("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")]
    public string[]? Method { get; set; }

    /// <summary>Also operations that the platform asks not to use any more. One that is named in full is found in any case.</summary>
    [Parameter]
    public SwitchParameter IncludeDeprecated { get; set; }

    private protected override void Process()
    {
        var platforms = (Platform ?? (SessionStore.Current.Default is { } session ? [session.Platform] : PlatformRegistry.All.Select(p => p.Name)))
            .Select(PlatformRegistry.Get).ToArray();
        foreach (var id in Id ?? ["*"])
        {
            if (WildcardPattern.ContainsWildcardCharacters(id))
                WriteFitting(platforms, id);
            else
                Guard(id, () => WriteOne(platforms, id));
        }
    }

    private void WriteFitting(IEnumerable<Platform> platforms, string id)
    {
        foreach (var platform in platforms)
        {
            foreach (var operation in platform.Catalog.Search(Search).Where(o => IsWanted(o) && Fits(id, o.Id) && (IncludeDeprecated || !o.IsDeprecated)))
                WriteObject(Describe(platform.Name, operation));
        }
    }

    private void WriteOne(Platform[] platforms, string id)
    {
        var found = false;
        foreach (var platform in platforms)
        {
            if (!platform.Catalog.TryGet(id, out var operation))
                continue;
            found = true;
            if (IsWanted(operation) && platform.Catalog.Search(Search).Contains(operation))
                WriteObject(Describe(platform.Name, operation));
        }
        if (!found)
            throw OperationErrors.Unknown(id, "There is", platforms.SelectMany(p => p.Catalog.Nearest(id)).Distinct());
    }

    private bool IsWanted(Operation operation) =>
        (Group is null || Group.Any(group => Fits(group, operation.Group)))
        && (Method is null || Method.Contains(operation.Method, StringComparer.OrdinalIgnoreCase));

    private static bool Fits(string pattern, string text) => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text);

    private static ChatOperation Describe(ChatPlatform platform, Operation operation)
    {
        var parameters = OperationArguments.Of(operation).Select(argument => new ChatOperationParameter
        {
            Name = argument.Parameter.Name,
            Parameter = argument.Name,
            In = argument.Parameter.In.ToString(),
            Type = argument.Parameter.Type,
            Required = argument.IsNeeded,
            Default = argument.Parameter.Default,
            AllowedValues = argument.Parameter.Enum,
        }).ToArray();
        var body = operation.BodyType is { } type ? [operation.BodyRequired ? $"-Body <{type}>" : $"[-Body <{type}>]"] : Array.Empty<string>();
        return new ChatOperation
        {
            Platform = platform,
            Id = operation.Id,
            Group = operation.Group,
            Method = operation.Method,
            Path = operation.Path,
            Parameters = parameters,
            BodyType = operation.BodyType,
            Result = operation.Kind switch
            {
                ResultKind.List or ResultKind.Wrapped or ResultKind.Posts => (operation.ResultType ?? "object") + "[]",
                ResultKind.Single => operation.ResultType ?? "object",
                ResultKind.Stream => "stream",
                ResultKind.Redirect => "address",
                _ => null,
            },
            Paging = operation.Paging,
            IsRead = operation.IsRead,
            IsDeprecated = operation.IsDeprecated,
            Since = operation.Since,
            Syntax = string.Join(' ', ["Invoke-ChatOperation", operation.Id, .. parameters.OrderBy(p => !p.Required).Select(p => p.ToString()), .. body]),
        };
    }
}
