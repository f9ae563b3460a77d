/** "Anna’s", "Boris’". */
export const possessive = (name: string): string => `${name}${/s$/i.test(name) ? '’' : '’s'}`;
