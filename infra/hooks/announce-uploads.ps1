# Subscribes the app to new blobs of container uploads. Run after each deployment by azd; running it again changes nothing.
$ErrorActionPreference = 'Stop'

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  throw 'The Azure CLI (az) is needed to subscribe to uploads: https://aka.ms/azcli'
}

# The key belongs to the host, which makes it when it first starts with a blob trigger.
$key = $null
for ($attempt = 1; -not $key -and $attempt -le 20; $attempt++) {
  $key = az functionapp keys list --name $env:FUNCTION_APP_NAME --resource-group $env:AZURE_RESOURCE_GROUP `
    --query systemKeys.blobs_extension --output tsv
  if (-not $key) {
    Write-Host "Waiting for the host's blobs_extension key ($attempt/20)"
    Start-Sleep -Seconds 15
  }
}
if (-not $key) {
  throw "The host has made no key blobs_extension. See whether function IngestUpload is listed: az functionapp function list --name $env:FUNCTION_APP_NAME --resource-group $env:AZURE_RESOURCE_GROUP"
}

# Quoted twice: az is a batch file on Windows, and its shell would end the address at the ampersand.
$endpoint = "`"https://$env:FUNCTION_APP_HOST/runtime/webhooks/blobs?functionName=Host.Functions.IngestUpload&code=$key`""
az eventgrid system-topic event-subscription create `
  --name uploads `
  --resource-group $env:AZURE_RESOURCE_GROUP `
  --system-topic-name $env:EVENT_TOPIC_NAME `
  --endpoint-type webhook `
  --endpoint $endpoint `
  --included-event-types Microsoft.Storage.BlobCreated `
  --subject-begins-with "/blobServices/default/containers/$env:UPLOADS_CONTAINER_NAME/" `
  --output none
if ($LASTEXITCODE -ne 0) { throw 'Event Grid refused the subscription; its message stands above.' }

Write-Host "New files of container $env:UPLOADS_CONTAINER_NAME are announced to $env:FUNCTION_APP_NAME."
