/** What moto's search by tags lacks: the repositories of ECR. */
import type { Answer } from './answers.ts'
import type { Asked } from './models.ts'
import type { AskMoto } from './moto.ts'

interface Filter { Key: string; Values?: string[] }
const target = 'AmazonEC2ContainerRegistry_V20150921'

/** moto's answer with the repositories on its last page. */
export async function withRepositories(moto: AskMoto, { input }: Asked, ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await ask()
  const body = JSON.parse(answer.body || '{}') as { PaginationToken?: string; ResourceTagMappingList?: unknown[] }
  const types = (input['ResourceTypeFilters'] ?? ['ecr']) as string[]
  if (answer.status !== 200 || body.PaginationToken || !types.some((type) => type.split(':')[0] === 'ecr')) return answer
  const filters = (input['TagFilters'] ?? []) as Filter[]
  const { repositories } = await moto.json('ecr', `${target}.DescribeRepositories`, {}) as { repositories: { repositoryArn: string }[] }
  const found = await Promise.all(repositories.map(async ({ repositoryArn }) => {
    const { tags } = await moto.json('ecr', `${target}.ListTagsForResource`, { resourceArn: repositoryArn }) as { tags: { Key: string; Value: string }[] }
    return { ResourceARN: repositoryArn, Tags: tags }
  }))
  const passing = found.filter(({ Tags }) => filters.every(({ Key, Values }) => Tags.some((tag) => tag.Key === Key && (Values?.includes(tag.Value) ?? true))))
  return { ...answer, body: JSON.stringify({ ...body, ResourceTagMappingList: [...body.ResourceTagMappingList ?? [], ...passing] }) }
}
