using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Somebody who is to work on an app; what is null the platform decides.</summary>
internal sealed record NewAppCollaborator(UserRef User)
{
    /// <summary>Whether no mail tells of it.</summary>
    public bool? Silent { get; init; }

    /// <summary>What the collaborator may do; only a team's apps know that.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>Whether the app is taken as one of a team's.</summary>
    public bool IsOfTeam { get; init; }
}

/// <summary>What is to change about somebody who works on a team's app.</summary>
/// <param name="Permissions">All that the collaborator may do.</param>
internal sealed record AppCollaboratorChange(IReadOnlyList<string> Permissions);

/// <summary>Reads who works on apps. A team's apps can be read as such, which shows the permissions.</summary>
internal interface IAppCollaboratorReader
{
    IAsyncEnumerable<ChatAppCollaborator> ListAsync(string app, bool ofTeam, PageWindow window, CallContext context);

    Task<ChatAppCollaborator> GetAsync(string app, string user, bool ofTeam, CallContext context);
}

internal interface IAppCollaboratorRemover
{
    Task RemoveAsync(string app, string user, bool ofTeam, CallContext context);
}
