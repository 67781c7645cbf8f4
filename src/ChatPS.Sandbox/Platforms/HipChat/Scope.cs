namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>What a token may be for.</summary>
internal sealed record Scope(string Id, string Name, string Description)
{
    public const string AdminGroup = "admin_group";
    public const string AdminRoom = "admin_room";
    public const string ImportData = "import_data";
    public const string ManageRooms = "manage_rooms";
    public const string SendMessage = "send_message";
    public const string SendNotification = "send_notification";
    public const string ViewGroup = "view_group";
    public const string ViewMessages = "view_messages";
    public const string ViewRoom = "view_room";

    public static readonly IReadOnlyList<Scope> All =
    [
        new(AdminGroup, "Administer Group", "Change the group and the accounts of its people"),
        new(AdminRoom, "Administer Room", "Change rooms, their members and what is plugged into them"),
        new(ImportData, "Import Data", "Bring users, rooms and history from elsewhere"),
        new(ManageRooms, "Manage Rooms", "Create and delete rooms"),
        new(SendMessage, "Send Message", "Send messages as the user"),
        new(SendNotification, "Send Notification", "Send notifications to rooms"),
        new(ViewGroup, "View Group", "See the group, its people and its rooms"),
        new(ViewMessages, "View Messages", "Read what was said in rooms and in private"),
        new(ViewRoom, "View Room", "See rooms and who is in them"),
    ];

    /// <summary>What a member's token is for when nothing else is asked.</summary>
    public static readonly IReadOnlyList<string> OfMembers = [SendMessage, ViewGroup, ViewMessages, ViewRoom];

    public static readonly IReadOnlyList<string> Ids = [.. All.Select(scope => scope.Id)];

    /// <summary>What only administrators of the group may have a token for.</summary>
    public static readonly IReadOnlyList<string> OfAdministrators = [AdminGroup, ImportData];
}
