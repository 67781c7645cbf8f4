using static ChatPS.Client.Platforms.Mattermost.Archives.ArchiveNoun;
using static ChatPS.Client.Platforms.Mattermost.Archives.ArchiveValue;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>What has to hold of the lines of an archive, kind by kind.</summary>
internal static class ArchiveKinds
{
    public const string Version = "version";

    private static readonly string[] YesOrNo = ["true", "false"];
    private static readonly string[] Notified = ["all", "mention", "none"];
    private static readonly string[] NotifiedInChannel = ["default", .. Notified];
    private static readonly string[] AuthServices = ["", "email", "gitlab", "saml", "ldap", "google", "office365", "openid"];

    private static readonly ArchiveField[] RoleFields =
    [
        new("name") { IsRequired = true, Form = ArchiveForms.Role },
        new("display_name") { IsRequired = true, IsFilled = true, MaxBytes = 128 },
        new("description") { MaxBytes = 1024 },
        new("permissions", Texts),
        new("scheme_managed", Flag),
    ];

    private static readonly ArchiveField[] ChannelNotifyFields =
    [
        new("desktop") { OneOf = NotifiedInChannel },
        new("mobile") { OneOf = NotifiedInChannel },
        new("mark_unread") { OneOf = ["all", "mention"] },
    ];

    private static readonly ArchiveField[] ChannelMemberFields =
    [
        new("notify_props", ArchiveValue.Object) { Fields = ChannelNotifyFields },
        new("favorite", Flag),
        new("mention_count", Number),
        new("msg_count", Number),
        new("last_viewed_at", Number),
    ];

    private static readonly ArchiveField[] UserNotifyFields =
    [
        new("desktop") { OneOf = Notified },
        new("desktop_sound") { OneOf = YesOrNo },
        new("email") { OneOf = YesOrNo },
        new("mobile") { OneOf = Notified },
        new("mobile_push_status") { OneOf = ["online", "away", "offline"] },
        new("channel") { OneOf = YesOrNo },
        new("comments") { OneOf = ["any", "root", "never"] },
        new("mention_keys"),
    ];

    private static readonly ArchiveField Attachments = new("attachments", Objects) { Fields = [new("path", FilePath) { IsRequired = true, IsFilled = true }] };

    private static readonly ArchiveField Reactions = new("reactions", Objects)
    {
        Fields =
        [
            new("user") { IsRequired = true, Names = User },
            new("emoji_name") { IsRequired = true, MaxCharacters = 64 },
            new("create_at", Time) { IsRequired = true },
        ],
    };

    // What a post and its replies have alike.
    private static readonly ArchiveField[] SaidFields =
    [
        new("user") { IsRequired = true, Names = User },
        new("type"),
        new("message", Message) { IsRequired = true },
        new("props", Props),
        new("edit_at", Number),
        new("flagged_by", Texts) { Names = User },
        new("is_pinned", Flag),
        Reactions,
        Attachments,
    ];

    private static readonly ArchiveField[] PostFields =
    [
        new("create_at", Time) { IsRequired = true },
        .. SaidFields,
        new("replies", Objects) { Fields = [new("create_at", Time) { IsRequired = true, TooEarly = ChatImportSeverity.Warning }, .. SaidFields] },
        new("thread_followers", Objects) { Fields = [new("user") { IsRequired = true, IsFilled = true, Names = User }] },
    ];

    /// <summary>Every kind that servers know, by its name.</summary>
    public static Dictionary<string, ArchiveKind> All { get; } = new ArchiveKind[]
    {
        new(Version, 0),
        new("role", 1, [new("name") { IsRequired = true, Form = ArchiveForms.Role, Makes = Role }, .. RoleFields[1..]]),
        new(
            "scheme",
            2,
            new("name") { IsRequired = true, Form = ArchiveForms.Scheme, Makes = Scheme },
            new("display_name") { IsRequired = true, IsFilled = true, MaxBytes = 128 },
            new("description") { MaxBytes = 1024 },
            new("scope") { IsRequired = true, OneOf = ["team", "channel"] },
            SchemeRole("default_team_admin_role"),
            SchemeRole("default_team_user_role"),
            SchemeRole("default_team_guest_role"),
            SchemeRole("default_channel_admin_role"),
            SchemeRole("default_channel_user_role"),
            SchemeRole("default_channel_guest_role")) { Together = ArchiveTogether.Scheme },
        new(
            "team",
            3,
            new("name") { IsRequired = true, MaxBytes = 64, Form = ArchiveForms.Team, Makes = Team },
            new("display_name") { IsRequired = true, IsFilled = true, MaxCharacters = 64 },
            new("type") { IsRequired = true, OneOf = ["O", "I"] },
            new("description") { MaxBytes = 255 },
            new("allow_open_invite", Flag),
            new("scheme") { Form = ArchiveForms.Scheme, Names = TeamScheme }),
        new(
            "channel",
            4,
            new("team") { IsRequired = true, Names = Team },
            new("name") { IsRequired = true, MaxBytes = 64, Form = ArchiveForms.Channel, Makes = Channel },
            new("display_name") { MaxCharacters = 64 },
            new("type") { IsRequired = true, OneOf = ["O", "P"] },
            new("header") { MaxCharacters = 1024 },
            new("purpose") { MaxCharacters = 250 },
            new("scheme") { Form = ArchiveForms.Scheme, Names = ChannelScheme },
            new("deleted_at", Number)) { Together = ArchiveTogether.Channel },
        new(
            "user",
            5,
            new("username") { IsRequired = true, Form = ArchiveForms.User, Makes = User },
            new("email") { IsRequired = true, IsFilled = true, MaxBytes = 128, Form = ArchiveForms.Email, Makes = Email },
            new("profile_image", FilePath),
            new("auth_service") { OneOf = AuthServices },
            new("auth_data") { MaxBytes = 128 },
            new("password") { IsFilled = true, MaxBytes = 72 },
            new("nickname") { MaxCharacters = 64 },
            new("first_name") { MaxCharacters = 64 },
            new("last_name") { MaxCharacters = 64 },
            new("position") { MaxCharacters = 128 },
            new("roles") { Form = ArchiveForms.Roles },
            new("locale") { MaxBytes = 5 },
            new("delete_at", Number),
            new("feature_enabled_markdown_preview") { OneOf = YesOrNo },
            new("formatting") { OneOf = YesOrNo },
            new("show_unread_section") { OneOf = YesOrNo },
            new("email_interval") { OneOf = ["immediately", "fifteen", "hour"] },
            new("notify_props", ArchiveValue.Object) { Fields = UserNotifyFields },
            new("teams", Objects)
            {
                Fields =
                [
                    new("name") { IsRequired = true, Names = Team },
                    new("roles") { Form = ArchiveForms.Roles },
                    new("theme") { Form = ArchiveForms.Theme },
                    new("channels", Objects)
                    {
                        Fields = [new("name") { IsRequired = true, Names = Channel }, new("roles") { Form = ArchiveForms.Roles }, .. ChannelMemberFields],
                    },
                ],
            }) { Together = ArchiveTogether.User },
        new(
            "bot",
            6,
            new("username") { IsRequired = true, Form = ArchiveForms.User, Makes = User },
            new("profile_image", FilePath),
            new("owner") { IsRequired = true, Form = ArchiveForms.User },
            new("display_name") { MaxCharacters = 64 },
            new("description"),
            new("delete_at", Number)),
        new("post", 7, [new("team") { IsRequired = true, Names = Team }, new("channel") { IsRequired = true, Names = Channel }, .. PostFields]),
        new(
            "direct_channel",
            7,
            new("members", Texts) { Names = User },
            new("participants", Objects) { Fields = [new("username") { IsRequired = true, Names = User }, .. ChannelMemberFields] },
            new("favorited_by", Texts),
            new("shown_by", Texts),
            new("header") { MaxCharacters = 1024 }) { Together = ArchiveTogether.DirectChannel },
        new("direct_post", 7, [new("channel_members", Texts) { IsRequired = true, Names = User }, .. PostFields]) { Together = ArchiveTogether.DirectPost },
        new(
            "emoji",
            null,
            new("name") { IsRequired = true, Form = ArchiveForms.Emoji, Makes = Emoji },
            new("image", PicturePath) { IsRequired = true, IsFilled = true }),
    }.ToDictionary(kind => kind.Name);

    private static ArchiveField SchemeRole(string name) => new(name, ArchiveValue.Object) { Fields = RoleFields };
}
