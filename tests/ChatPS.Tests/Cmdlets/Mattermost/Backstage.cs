namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>What happens on a server while something watches it, brought about beside the session that watches.</summary>
internal abstract class Backstage : IDisposable
{
    public const string Team = "northwind-harbor";

    public abstract Person Admin { get; }

    public abstract Person Member { get; }

    /// <summary>Whether the server keeps what a client has missed.</summary>
    public abstract bool IsReliable { set; }

    /// <summary>How many clients are connected.</summary>
    public abstract int Connected { get; }

    /// <summary>How many of them have asked for something and were answered.</summary>
    public abstract int Asking { get; }

    /// <summary>Whether all that there is to tell has been sent.</summary>
    public abstract bool IsQuiet { get; }

    /// <summary>A channel with the member and, unless he shall not know of it, the administrator.</summary>
    public abstract Place NewRoom(string type, bool withAdmin);

    /// <summary>A direct channel of the two.</summary>
    public abstract Place NewDirectRoom();

    /// <summary>The member says something.</summary>
    public abstract Words Post(Place room, string text, Words? root);

    public abstract void MemberTypes(Place room);

    public abstract void AdminReads(Place room);

    public abstract void AdminIsOnline();

    public abstract void Change(string userName);

    /// <summary>Somebody of the team who is neither of the two.</summary>
    public abstract Person Somebody();

    /// <summary>Another session of the member.</summary>
    /// <returns>Its token.</returns>
    public abstract string LogIn();

    public abstract void EndSession(string token);

    public abstract void Dispose();

    public sealed record Person(string Id, string Username);

    public sealed record Place(string Id, string Name);

    public sealed record Words(string Id, string Message, string? RootId);
}
