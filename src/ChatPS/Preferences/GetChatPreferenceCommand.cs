using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Preferences;

/// <summary>Gets what users have set for themselves.</summary>
[Cmdlet(VerbsCommon.Get, "ChatPreference", SupportsPaging = true)]
[OutputType(typeof(ChatPreference))]
public sealed class GetChatPreferenceCommand : GetCmdlet
{
    /// <summary>The users: ids, user names, e-mail addresses or objects. Left out, you.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>What they are about, such as display_settings, or a pattern. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PreferenceCategoryCompleter))]
    public string? Category { get; set; }

    /// <summary>The names, or a pattern. Left out, all.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string? Name { get; set; }

    private protected override void Process()
    {
        foreach (var user in User ?? [null!])
        {
            Guard(user, () =>
            {
                var preferences = Require<IPreferences>(user);
                // The server finds what is named; what fits a pattern is found here.
                var category = Category is null || WildcardPattern.ContainsWildcardCharacters(Category) ? null : Category;
                var name = category is null || string.IsNullOrEmpty(Name) || WildcardPattern.ContainsWildcardCharacters(Name) ? null : Name;
                var isFound = Category == category && Name == name;
                WriteList((window, context) => preferences.ListAsync(user?.Ref ?? UserRef.Me, category, name, window, context), isFound ? null : Fits);
            });
        }
    }

    private bool Fits(ChatPreference preference) => Fits(Category, preference.Category) && Fits(Name, preference.Name);

    private static bool Fits(string? pattern, string text) => pattern is null || WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text);
}
