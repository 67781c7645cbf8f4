using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserAttributes;

/// <summary>A cmdlet that says what an attribute of users is.</summary>
public abstract class UserAttributeWriteCmdlet : WriteCmdlet
{
    private protected UserAttributeWriteCmdlet()
    {
    }

    /// <summary>What people read in place of the name. $null or an empty text: the name.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? DisplayName { get; set; }

    /// <summary>All that there is to choose from, where the type is select or multiselect. Of options that are there already people keep what they chose.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Option { get; set; }

    /// <summary>Only administrators say what it is of somebody. -Managed:$false leaves it to the users.</summary>
    [Parameter]
    public SwitchParameter Managed { get; set; }

    /// <summary>When profiles show it: always, when_set or hidden.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeVisibilityCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Visibility { get; set; }

    /// <summary>Where in a profile it stands: those with lower numbers come first.</summary>
    [Parameter]
    public double? Order { get; set; }

    /// <summary>The directory's attribute that values come from; nobody sets them by hand then. $null or an empty text: none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? LdapAttribute { get; set; }

    /// <summary>The identity provider's attribute that values come from; nobody sets them by hand then. $null or an empty text: none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? SamlAttribute { get; set; }

    /// <summary>What the parameters say.</summary>
    private protected UserAttributeChange Change => new()
    {
        DisplayName = Given(nameof(DisplayName), DisplayName),
        Options = Option,
        Managed = Given(nameof(Managed), Managed),
        Visibility = Visibility,
        Order = Order,
        LdapAttribute = Given(nameof(LdapAttribute), LdapAttribute),
        SamlAttribute = Given(nameof(SamlAttribute), SamlAttribute),
    };
}
