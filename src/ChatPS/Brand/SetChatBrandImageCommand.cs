using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Brand;

/// <summary>Gives a server the picture that it shows beside its login, in place of the one it has.</summary>
[Cmdlet(VerbsCommon.Set, "ChatBrandImage", SupportsShouldProcess = true)]
public sealed class SetChatBrandImageCommand : WriteCmdlet
{
    /// <summary>The file of the picture: a PNG, JPEG, GIF or BMP.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected override void Process() => Guard(Path, () =>
    {
        var brand = Require<IBrandImage>();
        var file = LocalFiles.ToUpload(LocalFiles.Resolve(this, Path!));
        if (Should(ConnectionFor().Session.BaseUri.Host, $"Set brand image {file.Name}"))
            Submit(file.Name, context => Emit(brand.SetAsync(file, context)));
    });
}
