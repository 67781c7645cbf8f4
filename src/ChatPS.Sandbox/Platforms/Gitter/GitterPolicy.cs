using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>Who may do what.</summary>
internal static class GitterPolicy
{
    public static bool CanAdmin(this GitterUser user, GitterRoom room)
    {
        if (room.OneToOne)
            return false;
        if (room.Security.ExtraAdmins.Contains(user.Id))
            return true;
        if (room.Security.Admins == GitterSecurity.Manual)
            return false;
        // The group's people have no say in a room by invitation that they are not in.
        return (room.Security.Members != GitterSecurity.Invite || user.IsIn(room)) && user.CanAdmin(room.Group!);
    }

    public static bool CanAdmin(this GitterUser user, GitterGroup group) =>
        group.OrgMembers.Contains(user.Id) || group.Security.ExtraAdmins.Contains(user.Id);

    public static bool CanRead(this GitterUser user, GitterRoom room)
    {
        if (room.OneToOne)
            return user.IsIn(room);
        if (room.Bans.Exists(ban => ban.User == user))
            return false;
        return room.Security.IsPublic || user.IsIn(room) || user.CanAdmin(room)
            || (!room.Security.IsByInvitation && user.CanAdmin(room.Group!));
    }

    /// <summary>Also: may join, and may add somebody to a room of a group.</summary>
    public static bool CanWrite(this GitterUser user, GitterRoom room) =>
        user.CanAdmin(room) || ((room.Providers.Count == 0 || room.Providers.Contains(user.Provider)) && user.CanRead(room));

    public static bool CanAddUser(this GitterUser user, GitterRoom room) => !room.OneToOne && user.CanWrite(room);

    public static bool IsIn(this GitterUser user, GitterRoom room) => user.Memberships.ContainsKey(room.Id);
}
