namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>The modes in which a room notifies, and the bits that each stands for.</summary>
internal static class GitterNotifications
{
    public const string All = "all";
    public const string Announcement = "announcement";
    public const string Mute = "mute";

    public const int Unread = 1;
    public const int Activity = 2;
    public const int Mention = 4;
    public const int Announce = 8;
    public const int Default = 16;
    public const int Desktop = 32;
    public const int Mobile = 64;

    /// <summary>The mode by its name; null for an unknown one.</summary>
    public static string? Parse(string? name) => name switch
    {
        All or Announcement or Mute => name,
        "mention" => Announcement,
        _ => null,
    };

    public static int Flags(string mode) => mode switch
    {
        Announcement => Unread | Mention | Announce,
        Mute => Activity | Mention,
        _ => Unread | Mention | Announce | Desktop | Mobile,
    };
}
