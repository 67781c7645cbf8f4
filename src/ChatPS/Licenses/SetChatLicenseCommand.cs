using System.Management.Automation;
using System.Security;
using System.Text;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Licenses;

/// <summary>Puts a license in force on a server, in place of the one there may be.</summary>
[Cmdlet(VerbsCommon.Set, "ChatLicense", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ChatLicense))]
public sealed class SetChatLicenseCommand : WriteCmdlet
{
    private const string PathSet = "Path";
    private const string LicenseSet = "License";

    /// <summary>The license's file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>What stands in the license's file, where it is kept as a secret.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LicenseSet)]
    public SecureString? License { get; set; }

    /// <summary>Emits the license as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => Guard(Path, () =>
    {
        var licenses = Require<ILicenses>();
        var file = Path is null ? InMemory() : LocalFiles.ToUpload(LocalFiles.Resolve(this, Path));
        var wanted = PassThru.IsPresent;
        if (Should(ConnectionFor().Session.BaseUri.ToString(), $"Put license {file.Name} in force"))
            Submit(file.Name, context => Emit(licenses.SetAsync(file, wanted, context), wanted));
    });

    private FileUpload InMemory()
    {
        var text = Encoding.UTF8.GetBytes(Secrets.Given(License!).Reveal());
        return new FileUpload("license.mattermost-license", () => new MemoryStream(text, writable: false));
    }
}
