targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the environment: it names the resource group and makes every other name unique.')
param environmentName string

@minLength(1)
@description('Region of all resources. It must offer Flex Consumption: az functionapp list-flexconsumption-locations')
param location string

@description('Object id of whoever deploys: may upload files and read results. Empty for nobody.')
param principalId string = ''

@allowed(['User', 'Group', 'ServicePrincipal'])
param principalType string = 'User'

@description('Id of the city\'s time zone, as in the IANA database.')
param timeZone string = 'Asia/Shanghai'

@description('Local time at which the night starts, HH:mm.')
param nightlyAt string = '02:00'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    storageAccountName: storage.outputs.name
    uploadsContainerName: storage.outputs.uploadsContainerName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    appPrincipalId: identity.outputs.principalId
    personPrincipalId: principalId
    personPrincipalType: principalType
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    name: 'evgt-${token}'
    location: location
    tags: tags
    storageAccountName: storage.outputs.name
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  scope: group
  // Roles take effect before the app looks for its package.
  dependsOn: [roles]
  params: {
    token: token
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    packageContainerName: storage.outputs.packageContainerName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    timeZone: timeZone
    nightlyAt: nightlyAt
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output STORAGE_ACCOUNT_NAME string = storage.outputs.name
output FUNCTION_APP_NAME string = functions.outputs.name
output FUNCTION_APP_HOST string = functions.outputs.hostName
output EVENT_TOPIC_NAME string = events.outputs.name
output UPLOADS_CONTAINER_NAME string = storage.outputs.uploadsContainerName
